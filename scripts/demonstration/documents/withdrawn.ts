import { document, signed } from '../writing.ts';

/** Published by mistake and taken back again: its address answers that it was withdrawn. */
export const withdrawn = [
  document({
    key: 'gsgg-water-twice',
    column: 'gsgg',
    department: 'zjj',
    title: '关于学府路排水管网改造封闭施工的公告',
    published: '2026-11-23 16:20',
    genreClass: '公告',
    audienceClass: '居民',
    keywords: ['封闭施工', '排水管网'],
    summary: '学府路拟于12月上旬分段封闭施工，具体时间以正式公告为准。',
    body: `
因排水管网改造需要，学府路（槐荫大道至澴川路段）拟于2026年12月上旬分段封闭施工，现公告如下：
一、封闭期间，机动车绕行和平大道、澴川路，非机动车和行人由两侧临时通道通行。
二、沿线单位、居民车辆凭通行证由现场人员引导出入，消防、救护车辆不受限制。
三、公交6路临时绕行，取消学府路口站，在槐荫里西门增设临时站点。
四、夜间22时至次日6时不进行产生噪声的作业。
施工单位和监督电话在现场公示。
${signed('孝感市住房和城乡建设局', '2026年11月23日')}`,
  }),
];
