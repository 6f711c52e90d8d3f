/** Every sentence the search page says. */
export const WORDS = {
  loading: '正在搜索…',
  ask: '请输入要查找的词，例如标题、文号或正文中的一句话。',
  tooShort: '请至少输入两个字，例如“户籍”“社会保险”。',
  found: (total: number, q: string): string => `找到 ${total.toLocaleString('zh-CN')} 条与“${q}”有关的内容。`,
  none: (q: string): string => `没有找到同时含有“${q}”各词的内容。`,
  noneHints: [
    '换一个更短或更常用的说法，例如用“医保 报销”代替整句话',
    '查文件可以输入文号，括号和空格怎么写都行，例如“孝政发202612号”',
    '也可以按下面的栏目查找',
  ],
  withoutFilters: '不限栏目、部门和年份再搜一次',
  failed: '这次搜索没有成功，可能是网络不通或网站正在更新。',
  retry: '再试一次',
  byColumn: '按栏目查找',
  more: (shown: number, total: number): string => `显示更多（已显示 ${shown} 条，共 ${total.toLocaleString('zh-CN')} 条）`,
  repealed: '已废止',
  invalid: '已失效',
  title: (q: string, rest: string): string => (q ? `${q} - ${rest}` : rest),
} as const;
