import type { PictureName } from '../pictures.ts';
import { document, figure, table } from '../writing.ts';

interface Letters {
  year: number;
  month: number;
  published: string;
  /** Letters that came, and those of them by subject, in the order of SUBJECTS. */
  received: number;
  subjects: [number, number, number, number, number];
  inTime: string;
  content: string;
  case: string;
  late: string;
  picture?: [PictureName, string];
}

const SUBJECTS = ['城乡建设和物业', '劳动和社会保障', '教育', '交通出行', '环境和噪声'];

/** 群众留言办理情况, a report for a month: the figures are alike, what was asked and done is not. */
const report = ({ year, month, published, received, subjects, inTime, content, case: told, late, picture }: Letters) => {
  const others = received - subjects.reduce((all, count) => all + count, 0);
  return document({
    key: `zwdt-letters-${year}-${String(month).padStart(2, '0')}`,
    column: 'zwdt',
    department: 'zfb',
    title: `${year}年${month}月群众留言办理情况通报`,
    published,
    keywords: ['群众留言', '办理通报', '政务服务'],
    summary: `${month}月收到群众留言${received}件，按时办结率${inTime}%，公布主要诉求、典型办理情况和超期单位。`,
    body: `
${year}年${month}月，门户网站和政务服务热线共收到群众留言${received}件，按时办结率${inTime}%，留言人评价满意率${content}%。
${table(
  `${year}年${month}月留言分类`,
  ['类别', '件数', '占比（%）'],
  [...SUBJECTS.map((subject, n) => [subject, String(subjects[n]), (((subjects[n] ?? 0) / received) * 100).toFixed(1)]), ['其他', String(others), ((others / received) * 100).toFixed(1)]],
)}
${picture ? figure(...picture) : ''}
## 一件事的办理经过
${told}
## 办理中的问题
${late}`,
  });
};

export const letterReports = [
  report({
    year: 2024, month: 3, published: '2024-04-11 10:00', received: 1046, subjects: [312, 176, 98, 141, 87], inTime: '96.4', content: '81.2',
    case: '孝南区多名家长留言，幼儿园门前路段没有斑马线，早晚接送车流密集。公安交管部门两天后到场测算，当周施划斑马线和减速标线，并增设一处护学岗。留言人回访时表示，“字不多的一句话，三天就有了回音”。',
    late: '超期的38件主要涉及跨部门停车管理和历史办证问题，其中市级部门21件。个别单位以“已转交”作为办结，回访后全部重办。',
  }),
  report({
    year: 2024, month: 8, published: '2024-09-10 10:20', received: 1382, subjects: [356, 214, 203, 168, 176], inTime: '95.8', content: '80.4',
    case: '高温期间，一名租房青年反映所住老旧楼房夜间反复跳闸。供电企业抢修人员检查后发现是表后线路老化，不在免费维修范围。街道协调业主委员会动用公共收益更换总开关，用时六天，所有住户分摊部分平均17元。',
    late: '开学前招生咨询集中，学校和教育部门电话难打通，被点名三次。环保类诉求中夜间施工占六成，查实19起，罚款总额和单位已在另行公告中公布。',
  }),
  report({
    year: 2024, month: 12, published: '2025-01-10 15:00', received: 1105, subjects: [298, 287, 76, 119, 102], inTime: '97.1', content: '83.6',
    case: '年底欠薪投诉增多。一名外省务工人员在网上留言，称在大悟县一处工地被拖欠两个月工资。人社部门当天联系项目部，核对考勤和工资专户后，第四天发放1.86万元，并查出同一班组另外11人的欠薪。',
    late: '超期32件，比上月减少9件。部分乡镇不会使用办理系统退件功能，办公室已派员逐个培训。',
  }),
  report({
    year: 2025, month: 4, published: '2025-05-12 09:30', received: 1187, subjects: [340, 198, 115, 157, 131], inTime: '97.6', content: '84.1',
    case: '市民反映小区门口的共享单车堆满人行道，轮椅无法通过。城市管理部门与三家运营企业建立半小时清运约定，划定12处停放区，未及时清运的扣减投放额度。一个月后回访，同一地点投诉降为零。',
    late: '物业类诉求中，占用公共收益、电梯维修慢合计占四成，办理周期平均12.4个工作日，长于其他类别。',
  }),
  report({
    year: 2025, month: 7, published: '2025-08-11 10:10', received: 1341, subjects: [372, 226, 168, 162, 184], inTime: '97.0', content: '83.2',
    case: '一名失明市民留言，盲道上新装的充电桩挡住去路。施工单位三天内迁移，市交通运输局随后排查全城盲道，发现占用、断头47处，按照轻重缓急在汛期后全部整改，进度每月更新。',
    late: '部分答复引用条文多、说明少，被留言人评价“听不懂”。已要求承办单位用通俗语言重写，超过10件的单位到办公室说明原因。',
  }),
  report({
    year: 2025, month: 11, published: '2025-12-10 09:00', received: 1213, subjects: [331, 263, 94, 138, 129], inTime: '98.2', content: '85.7',
    case: '冬季来临，多名老年人反映社区卫生服务中心取药排队时间长。卫生部门调取叫号数据后，将取药与缴费窗口合并，并对慢性病患者实行三个月长处方，平均等候由38分钟降到14分钟。',
    late: '当月退回重办17件，原因多为“已现场处理”但没有写明处理结果和依据。',
  }),
  report({
    year: 2026, month: 2, published: '2026-03-10 14:20', received: 998, subjects: [270, 241, 81, 126, 92], inTime: '98.0', content: '86.0',
    case: '返乡人员反映高速出口没有电动汽车充电设施，排队两小时。交通和能源部门在春运最后一周调配移动充电车6台，并在四处出口预留充电位电源，节后改为固定充电桩。',
    late: '春节期间信息更新不及时，两家医院门诊安排与网上公布不一致，造成患者空跑，已公开致歉并更正。',
  }),
  report({
    year: 2026, month: 5, published: '2026-06-10 16:10', received: 1154, subjects: [318, 208, 137, 149, 126], inTime: '98.4', content: '86.5',
    case: '家长反映校园超市售卖三无食品。教育、市场监管部门检查后发现个别校园商店超范围经营，下架商品86种，停业整改4家，并要求学校把经营者、检查结果公示在门口。',
    late: '部分单位把留言当作信访件重新流转，延误五至七天。系统已增加节点提醒，超过两天未签收的自动通知负责人。',
    picture: ['counter', '示意图：政务服务大厅一排窗口，工作人员坐在台后，前方是等候座椅'],
  }),
  report({
    year: 2026, month: 8, published: '2026-09-09 11:00', received: 1277, subjects: [344, 217, 182, 153, 165], inTime: '98.6', content: '87.2',
    case: '开学前夕，一名随迁子女家长留言，街道要求出具社保缴费证明才能登记。教育部门当天核实，认定为加码要求，街道致歉并在次日办理登记；全市同步清理入学证明材料，取消加码要求7项。',
    late: '高温和开学叠加，学校与物业诉求同时增加，平均办理时间延长0.8个工作日。',
  }),
];
