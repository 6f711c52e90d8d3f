import { beijingMinute } from './particulars/words';
import type { Action } from './transitions';
import type { WithdrawalKind } from './states';

/** What is known of a document and its surroundings, to tell beforehand what a command changes in public. */
export interface Surroundings {
  title: string;
  live: boolean;
  /** Name of the column it stands in, and of those it is shown in besides. */
  column: string;
  furtherColumns: string[];
  /** Addresses it had in columns it was moved out of. */
  formerAddresses: number;
  /** `yyyymm`; null before the first release. */
  month: string | null;
  department: string;
  attachments: number;
  pictures: number;
  /** Public documents that name this one. */
  incoming: { title: string; kind: 'interprets' | 'amends' | 'repeals' }[];
  /** Titles of public documents in force that it repeals. */
  repeals: string[];
  pinned: boolean;
  /** End of its emergency on the home page as it is to be released; undefined: it is none that would be in force. */
  emergency?: { until: string | null };
  /** Whether it stands on top of the home page now. */
  inForce: boolean;
  /** Kept releases of the site that hold it. */
  keptReleases: number;
  /** Name of the column a command is about. */
  target: string | null;
}

/** One consequence, for a list: where, and what becomes of it. */
export interface Effect {
  area: '首页' | '页面' | '列表' | '订阅' | '附件' | '检索' | '站点版本' | '相关文件' | '流程';
  text: string;
}

const monthName = (month: string | null): string =>
  month === null ? '发布当月' : month === '000000' ? '未注明日期' : `${month.slice(0, 4)}年${Number(month.slice(4))}月`;

const columnsOf = (at: Surroundings): string => [at.column, ...at.furtherColumns].map((name) => `「${name}」`).join('');

/** Lists that print a line of it. */
const lists = (at: Surroundings, columns: string): string => `首页、信息公开大厅、${columns}栏目页及其${monthName(at.month)}目录、部门「${at.department}」的列表`;

const KINDS = { interprets: '解读', amends: '修改', repeals: '废止' } as const;

const naming = (at: Surroundings, becomes: string): Effect[] =>
  at.incoming.length === 0
    ? []
    : [{ area: '相关文件', text: `${at.incoming.length} 份文件指向它，${becomes}：${at.incoming.map(({ title, kind }) => `《${title}》（${KINDS[kind]}）`).join('、')}` }];

const files = (at: Surroundings, becomes: string): Effect[] => {
  const [attachments, pictures] = [at.attachments, at.pictures];
  return attachments + pictures === 0 ? [] : [{ area: '附件', text: `${attachments} 个附件、${pictures} 张图片${becomes}` }];
};

const gone = (at: Surroundings, kind: 'error' | 'leak' | 'expired'): Effect[] => {
  const leak = kind === 'leak';
  const former = at.formerAddresses > 0 ? `，连同移动栏目前的 ${at.formerAddresses} 个旧网址` : '';
  return [
    { area: '页面', text: `页面撤下${former}，原网址只留“${kind === 'expired' ? '信息已到期下线' : '信息已撤回'}”的说明，不含标题` },
    { area: '列表', text: `从${lists(at, columnsOf(at))}中去掉` },
    { area: '订阅', text: `从${columnsOf(at)}的订阅源和网站地图中去掉` },
    ...files(at, leak ? '删除，历次发布里的也删除' : '从网站上删除'),
    { area: '检索', text: '检索结果里不再出现' },
    ...(at.inForce ? [{ area: '首页' as const, text: '从首页最上方撤下' }] : []),
    {
      area: '站点版本',
      text: leak
        ? `从保留的 ${at.keptReleases} 个站点版本、发布机的副本和检索包中清除全部痕迹，不能退回`
        : `保留的 ${at.keptReleases} 个站点版本里还有它，公众访问不到；退回旧版本也不会带回`,
    },
    ...naming(at, '那些页面上的链接随之去掉'),
    ...(at.repeals.length > 0 ? [{ area: '相关文件' as const, text: `它废止的文件不再显示废止依据：${at.repeals.map((title) => `《${title}》`).join('、')}` }] : []),
    ...(leak ? [{ area: '流程' as const, text: '全体审核人收到报警，直到站长确认知悉' }] : []),
  ];
};

const voided = (at: Surroundings, kind: 'invalid' | 'repealed'): Effect[] => {
  const word = kind === 'repealed' ? '废止' : '失效';
  return [
    { area: '页面', text: `页面保留，上方注明“已${word}，仅供查阅”${at.incoming.some((each) => each.kind === 'repeals') ? '，并链接废止依据' : ''}` },
    { area: '列表', text: `${lists(at, columnsOf(at))}中注明“${word}”` },
    { area: '订阅', text: `${columnsOf(at)}的订阅源中注明“${word}”` },
    { area: '检索', text: `检索结果注明“${word}”` },
    ...naming(at, '那些页面不变'),
  ];
};

/** What becomes of the top of the home page. */
const onTop = (at: Surroundings): Effect[] => {
  if (at.emergency) {
    const end = at.emergency.until === null ? '直到解除、更正或撤回' : `到北京时间 ${beijingMinute(at.emergency.until)} 自动撤下，页面保留`;
    return [{ area: '首页', text: `显示在首页最上方，${end}` }];
  }
  return at.inForce ? [{ area: '首页', text: '不再显示在首页最上方' }] : [];
};

const lifted = (): Effect[] => [
  { area: '首页', text: '从首页最上方撤下' },
  { area: '页面', text: '页面保留，不再注明正在生效；网址不变' },
];

const published = (at: Surroundings): Effect[] => [
  at.live
    ? { area: '页面', text: '公开页面换成新内容，网址、索引号和首次发布日期不变，页面下方列出更正说明' }
    : { area: '页面', text: `生成公开页面（「${at.column}」栏目），网址从此不变` },
  { area: '列表', text: `${lists(at, columnsOf(at))}${at.live ? '更新' : '列出'}` },
  { area: '订阅', text: `${columnsOf(at)}的订阅源和网站地图更新` },
  ...files(at, '随页面公开'),
  { area: '检索', text: '可以检索到' },
  ...onTop(at),
  ...(at.repeals.length > 0
    ? [{ area: '流程' as const, text: `自动申请把它废止的文件标为废止，由站长确认：${at.repeals.map((title) => `《${title}》`).join('、')}` }]
    : []),
];

/** Titles of what it names and what names it stay; only where it stands changes. */
const moved = (at: Surroundings): Effect[] => [
  { area: '页面', text: `网址从「${at.column}」改到「${at.target ?? ''}」，旧网址指向新网址` },
  { area: '列表', text: `${lists(at, `「${at.column}」「${at.target ?? ''}」`)}更新` },
  { area: '订阅', text: `两个栏目的订阅源和网站地图更新` },
  ...naming(at, '那些页面上的链接随之改变'),
];

const placed = (at: Surroundings, shown: boolean): Effect[] => [
  { area: '页面', text: '网址不变，仍在原栏目' },
  { area: '列表', text: `「${at.target ?? ''}」栏目页、${monthName(at.month)}目录和条数${shown ? '列出' : '去掉'}它` },
  { area: '订阅', text: `「${at.target ?? ''}」的订阅源${shown ? '列出' : '去掉'}它` },
];

const pinned = (at: Surroundings, up: boolean): Effect[] => [
  { area: '列表', text: `「${at.column}」栏目页和首页${up ? '把它排在最前' : '按日期排列它'}` },
];

/**
 * What a command will change in public, before it is done.
 * @param kind - of a withdrawal
 * @returns nothing where nothing public changes
 */
export const effectsOf = (action: Action, kind: WithdrawalKind | null, at: Surroundings): Effect[] => {
  switch (action) {
    case 'release':
    case 'urgent-release':
    case 'schedule-release':
      return published(at);
    case 'propose-withdrawal':
    case 'confirm-withdrawal':
      return kind === 'invalid' || kind === 'repealed' ? voided(at, kind) : gone(at, kind ?? 'error');
    case 'invalidate':
      return voided(at, kind === 'repealed' ? 'repealed' : 'invalid');
    case 'schedule-take-down':
    case 'take-down':
      return gone(at, 'expired');
    case 'move':
      return moved(at);
    case 'show-in':
      return placed(at, true);
    case 'hide-from':
      return placed(at, false);
    case 'lift-emergency':
    case 'emergency-ends':
      return lifted();
    case 'pin':
      return pinned(at, true);
    case 'unpin':
      return pinned(at, false);
    default:
      return [];
  }
};
