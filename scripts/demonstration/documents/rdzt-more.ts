import { document, table } from '../writing.ts';

/** 热点专题 beside those of rdzt.ts. */
export const furtherTopics = [
  document({
    key: 'rdzt-ageing',
    column: 'rdzt',
    department: 'mzj',
    title: '安心养老：助餐、护理、改造和监督，一处看全',
    published: '2026-09-29 10:00',
    keywords: ['养老服务', '专题', '老年助餐'],
    summary: '汇集老年助餐、适老化改造、养老机构和失智照护的政策、规划、解读和各地做法。',
    particulars: {
      type: 'topic',
      code: 'ageing',
      sections: [
        { heading: '政策文件', column: 'zcwj', keyword: '养老服务' },
        { heading: '政策解读', column: 'zcjd', keyword: '老年助餐' },
        { heading: '规划和进展', column: 'zdbs', keyword: '养老服务' },
        { heading: '部门服务', column: 'bmdt', keyword: '养老服务' },
        { heading: '公示公告', column: 'gsgg', keyword: '养老服务' },
      ],
      closed: false,
    },
    body: `
本专题回答老年人和家属问得最多的四个问题。
## 在哪里吃饭
城区计划建成社区老年助餐点40个，已开餐27个。保留现金和社会保障卡，行动不便的可以送餐。
## 在家怎么养老
${table(
  '居家养老可以得到的帮助',
  ['项目', '对象', '怎么办'],
  [
    ['适老化改造', '困难老年人家庭', '向村（社区）提出，15个工作日内答复'],
    ['家庭养老床位', '失能、半失能老人', '评估后签约，上门护理有补助'],
    ['定位手环', '失智老人', '社区服务站免费领取'],
    ['高龄津贴', '年满80周岁', '刷社会保障卡，不用申请'],
  ],
)}
## 怎样挑养老机构
先看等级评定结果，再看预付费是否存管、护理人员是否够数。预付费超过三个月的不要交。
## 出了问题找谁
向社区、民政服务电话或者本网站反映，24小时内首次回应。`,
  }),
  document({
    key: 'rdzt-business',
    column: 'rdzt',
    department: 'fgw',
    title: '营商环境：惠企政策、涉企检查和收费监督',
    published: '2026-08-31 15:00',
    keywords: ['营商环境', '专题', '惠企政策'],
    summary: '集中公布优化营商环境的文件、解读、检查和收费监督结果，以及企业反映渠道。',
    particulars: {
      type: 'topic',
      code: 'business',
      sections: [
        { heading: '政策文件', column: 'zcwj', keyword: '营商环境' },
        { heading: '政策解读', column: 'zcjd', keyword: '营商环境' },
        { heading: '改革进展', column: 'zwdt', keyword: '营商环境' },
        { heading: '面对面', column: 'ldhd', keyword: '营商环境' },
      ],
      closed: false,
    },
    body: `
企业最希望政策看得懂、检查有章法、收费有依据、账款有着落。本专题按照这四件事编排。
## 政策看得懂
惠企政策解读至少附三个计算实例，写明不能享受的情形。48项政策“免申即享”，公示后15个工作日内到账。
## 检查有章法
${table(
  '涉企检查的规矩',
  ['规矩', '内容'],
  [
    ['有计划', '年度检查计划全部公开，计划外检查须报批'],
    ['有次数', '同一部门现场检查一般一年不超过两次'],
    ['有记录', '进门扫码登记，结果当场告知'],
    ['有评价', '企业可以对检查过程评价'],
  ],
)}
## 收费有依据
发现清单以外的收费，拍下单据即可反映，查实的退款并公布单位名称。
## 账款有着落
机关和国有单位拖欠账款逐笔列出还款计划。企业之间的拖欠，可以申请调解，也可以依法起诉。`,
  }),
];
