import type { Figures, Window } from './figures';
import { goesOn, isEven, leadOf, shapeOf, takenIn, windowsOf } from './figures';

/** How people write a mobile number; thousands (2-3-3-3) are not among it. */
const SHAPES = new Set(['11', '3-4-4', '4-4-3', '3-3-5', '4-3-4', '3-8', '7-4', '5-6', '3-2-2-2-2', '5-3-3', '3-4-2-2', '3-2-3-3', '1-1-1-1-1-1-1-1-1-1-1', '1-2-4-4', '2-3-3-3', '1-10']);
/** Shapes that other numbers have too; only where the text speaks of a telephone. */
const ONLY_WHERE_SAID = new Set(['2-3-3-3', '1-10', '5-6', '1-2-4-4']);

const SAYS_TELEPHONE = /电话|手机|联系方式|联系人|移动|微信|短信|号码|机主|致电|拨打|tel|phone|mobile|wechat|(?:^|[^a-z])(?:v|wx|vx|qq|m|t)[:： ]?$/i;
/** A line of an office, published as such: not the number of a person. 「联系电话」 alone does not say whose it is. */
const SAYS_OFFICE_LINE = /(?:咨询|值班|监督|举报|投诉|报名|受理|服务|办公|热线|救援|抢险|报警|客服|窗口|业务|政务)[^\d，。；]{0,6}(?:电话|热线|手机|专线|号码)?[^\d，。；]{0,4}$/;
const SAYS_PERSON = /家庭|本人|家属|亲属|住宅|宅电|户主|家长|监护人|个人|家里|家中|机主/;
const SAYS_OTHER_NUMBER = /(?:编号|代码|证号|账号|帐号|账户|流水号|条码|批号|文号|序列号|订单号|案号|运单号|备案号|许可证号|合同号|编码|第)[^\d，。；]{0,4}$/;
const UNIT_BEHIND = /^\s?(?:[元万亿吨亩%‰个户]|千[米克瓦]|平方|立方|公[里斤顷]|人(?!员)|美元|[kKmM][mMgGwWbB]|号文)/;
const DECIMAL_BEHIND = /^[.,]\d/;

export interface FoundMobile {
  from: number;
  to: number;
  office: boolean;
}

const inAddress = (text: string, from: number): boolean => /(?:https?:|www\.|\/)\S*$/.test(text.slice(Math.max(0, from - 80), from)) && !/\s/.test(text.slice(from - 1, from));

/** With the country's code or a trunk 0 in front the first group is longer; what remains must be a mobile number. */
const withoutPrefix = (figures: string): string | null => /^(?:0086|86|0)?(1[3-9]\d{9})$/.exec(figures)?.[1] ?? null;

const isMobile = (window: Window, text: string, context: string): boolean => {
  const prefixed = window.figures.length > 11;
  const shape = prefixed ? shapeOf(window).replace(/^\d+-?/, '') : shapeOf(window);
  const lead = leadOf(text, window.from);
  const said = SAYS_TELEPHONE.test(context) || SAYS_TELEPHONE.test(lead);
  const behind = text.slice(window.to, window.to + 4);
  if (prefixed && !said && !/\+$/.test(lead) && !/^(?:0086|86-)/.test(`${window.figures.slice(0, 4)}`) && window.first === window.last) return false;
  if (said) return true;
  if (!prefixed && (!SHAPES.has(shape) || ONLY_WHERE_SAID.has(shape))) return false;
  if (UNIT_BEHIND.test(behind) || (window.first === window.last && DECIMAL_BEHIND.test(behind))) return false;
  if (/[A-Za-z$¥￥/=_]$/.test(lead) || /\d[.,]$/.test(lead) || /^[A-Za-z_=]/.test(behind)) return false;
  if (SAYS_OTHER_NUMBER.test(lead) || SAYS_OTHER_NUMBER.test(context) || inAddress(text, window.from)) return false;
  return isEven(window);
};

/** Whether windows of mobile numbers fill the chain from end to end, as a list of numbers does. */
const fillsChain = (windows: Window[], groups: number): boolean =>
  windows.reduce((covered, window) => covered + window.last - window.first + 1, 0) === groups;

/** All mobile numbers of a text; `office`: published as a line of an office. */
export const mobiles = ({ folded, chains }: Figures, context: string): FoundMobile[] => {
  const found: FoundMobile[] = [];
  for (const chain of chains) {
    const windows: Window[] = [];
    const taken = takenIn(chain);
    for (const length of [11, 12, 13, 15]) {
      for (const window of windowsOf(chain, length)) {
        if (!withoutPrefix(window.figures) || (length > 11 && withoutPrefix(window.figures) === window.figures)) continue;
        if (!taken.isFree(window) || !isMobile(window, folded.text, context)) continue;
        taken.take(window);
        windows.push(window);
      }
    }
    const filled = fillsChain(windows, chain.groups.length);
    for (const window of windows) {
      const said = SAYS_TELEPHONE.test(context) || SAYS_TELEPHONE.test(leadOf(folded.text, window.from));
      if (window.first < window.last && goesOn(window) && !filled && !said) continue;
      const lead = leadOf(folded.text, window.from);
      const office = (SAYS_OFFICE_LINE.test(lead) || SAYS_OFFICE_LINE.test(context)) && !SAYS_PERSON.test(lead) && !SAYS_PERSON.test(context);
      found.push({ from: window.from, to: window.to, office });
    }
  }
  return found.sort((one, other) => one.from - other.from);
};

/** Area code (010, 02x, 0xxx) and seven or eight figures. */
const LANDLINE = /(?<![\d.-])\(?0(?:10|2\d|[3-9]\d{2})\)?[\s\p{Pd}]{0,2}[2-8]\d{2,3}[\s\p{Pd}]?\d{4}(?!\d)/gu;
const WITHOUT_AREA = /(?<![\d.-])[2-8]\d{2,3}[\s\p{Pd}]?\d{4}(?!\d)/gu;
const SAYS_ANY_OFFICE = /电话|传真|热线|咨询|值班|举报|监督|投诉|联系|服务|办公|窗口|总机|客服|地址|邮编|tel|fax|局|委|办|处|科|中心|大厅|医院|学校|公司/i;
const SAYS_HOME = /(?:家庭|住宅|宅|家里|家中|本人|家长|户主|监护人|私人)[^\d，。；]{0,6}$/;

/** Landlines that are not told to be an office's: behind 「家庭电话」 always, otherwise where nothing speaks of an office. */
export const landlines = ({ folded }: Figures, context: string): { from: number; to: number }[] => {
  const found: { from: number; to: number }[] = [];
  const home = (from: number) => SAYS_HOME.test(leadOf(folded.text, from)) || SAYS_HOME.test(context);
  for (const match of folded.text.matchAll(LANDLINE)) {
    const lead = leadOf(folded.text, match.index);
    if (!home(match.index) && (SAYS_ANY_OFFICE.test(lead) || SAYS_ANY_OFFICE.test(context))) continue;
    found.push({ from: match.index, to: match.index + match[0].length });
  }
  for (const match of folded.text.matchAll(WITHOUT_AREA)) {
    const to = match.index + match[0].length;
    if (home(match.index) && found.every((one) => to <= one.from || match.index >= one.to)) found.push({ from: match.index, to });
  }
  return found;
};
