/** Every sentence the search page says. */
const number = (count: number): string => count.toLocaleString('zh-CN');

/** 2019—2022 年, from years newest first. */
const span = (years: number[]): string => {
  const [newest, oldest] = [years[0], years.at(-1)];
  if (newest === undefined) return '';
  return newest === oldest ? `${newest} 年` : `${oldest}—${newest} 年`;
};

export const WORDS = {
  loading: '正在搜索…',
  ask: '请输入要查找的词，例如标题、文号、正文中的一句话，或者直接写一个问题。',
  tooShort: '请至少输入两个字，例如“户籍”“社会保险”。',
  found: (total: number, q: string): string => `找到 ${number(total)} 条与“${q}”有关的内容。`,
  nearest: (total: number, q: string): string =>
    `没有哪一条内容同时含有“${q}”的全部字词。下面是最接近的 ${number(total)} 条，请留意是否对题。`,
  none: (q: string): string => `没有找到与“${q}”有关的内容。`,
  noneHints: [
    '换一个更短或更常用的说法，例如用“医保 报销”代替整句话',
    '查文件可以输入文号，括号和空格怎么写都行，例如“孝政发202612号”',
    '繁体字、全角字母和数字不用改写，本站会一并查找',
    '也可以按下面的栏目查找',
  ],
  dropWord: (words: string): string => `只查“${words}”`,
  withoutFilters: '去掉栏目、部门、有效性和时间的限制再搜一次',
  failed: '这次搜索没有成功，可能是网络不通或网站正在更新。',
  offline: '您的设备现在没有连上网络，搜索没有成功。',
  retry: '再试一次',
  byColumn: '按栏目查找',
  more: (shown: number, total: number): string => `显示更多（已显示 ${number(shown)} 条，共 ${number(total)} 条）`,
  searched: (documents: number, years: number[]): string =>
    `查找范围：${years.length > 0 ? `${span(years)}的` : ''} ${number(documents)} 篇内容的标题、文号、正文和附件名称；附件里面的文字没有查。`,
  left: (documents: number, years: number[]): string => `另有 ${span(years)}的 ${number(documents)} 篇内容还没有查。`,
  older: (years: number[]): string => (years.length > 0 ? `继续查找 ${span(years)}的内容` : '继续查找其余内容'),
  leftOutOfNearest: (documents: number): string => `为了快，按整句话查找时没有查其余 ${number(documents)} 篇新闻和通知；换成两三个词再搜，就会全部查找。`,
  waiting: (documents: number): string => `搜索正在更新，还有 ${number(documents)} 篇内容没有收入，过几分钟再搜就能查到。`,
  valid: '有效',
  repealed: '已废止',
  invalid: '已失效',
  title: (q: string, rest: string): string => (q ? `${q} - ${rest}` : rest),
  counted: (name: string, count: number): string => `${name}（${number(count)}）`,
  year: (year: string): string => `${year} 年`,
  from: (month: string): string => `${month} 起`,
  to: (month: string): string => `${month} 止`,
  remove: (choice: string): string => `去掉“${choice}”`,
  removeAll: '全部去掉',
} as const;
