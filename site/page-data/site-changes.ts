/** 改版记录: what readers could notice, newest first. Add a line with every change of pages, addresses or functions. */
export const SITE_CHANGES: readonly { day: string; changes: readonly string[] }[] = [
  {
    day: '2026-11-27',
    changes: [
      '增加统计数据、开放数据（JSON、CSV）、全站订阅和网站工作年度报表。',
      '增加版权说明和改版记录，充实无障碍说明、隐私说明和网站纠错。',
      '每个页面提供分享和检索所需的说明，浏览器可以把本站加入地址栏搜索。',
    ],
  },
  {
    day: '2026-11-23',
    changes: ['演示站点建立：信息公开大厅的 18 个栏目、按月查看、部门机构、搜索和按栏目订阅。', '原网址长期有效；撤回或者移动的信息，原网址有说明。'],
  },
];
