import type { Figures, Window } from './figures';
import { goesOn, isEven, leadOf, shapeOf, takenIn, windowsOf } from './figures';

const ZERO = '0'.charCodeAt(0);

/** Luhn's check figure (ISO/IEC 7812-1). */
export const passesLuhn = (number: string): boolean => {
  let sum = 0;
  for (let index = 0; index < number.length; index += 1) {
    const figure = number.charCodeAt(number.length - 1 - index) - ZERO;
    const doubled = index % 2 === 1 ? figure * 2 : figure;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
};

/** 62: cards of the domestic network. The others belong to old and foreign networks and to much that is no card. */
const DOMESTIC = /^62/;
const OTHERS = /^(?:4|5[1-5]|35|37|60|9558|9559|6[0134589]|9[0-9])/;
const isCard = (figures: string): boolean => DOMESTIC.test(figures) || OTHERS.test(figures);
const SAYS_CARD = /银行卡|卡号|储蓄卡|借记卡|信用卡|工资卡|账号|帐号|账户|帐户|开户|汇款|收款|转账|card/i;
const SAYS_OTHER_NUMBER = /(?:编号|代码|证号|流水号|条码|批号|文号|序列号|订单号|案号|运单号|备案号|许可证|合同号|编码|不动产|产权|信用|项目|字第|第)[^\d，。；]{0,8}$/;
const SHAPES = /^(?:1[6-9]|4-4-4-4(?:-[1-3])?|6-1[0-3]|4-4-4-[4-7]|(?:1-){15,18}1)$/;

/** Numbers of payment cards: sixteen to nineteen figures with the right check figure, in a form and place that speaks of a card. */
export const bankCards = ({ folded, chains }: Figures, context: string): { from: number; to: number }[] => {
  const found: { from: number; to: number }[] = [];
  const accepts = (window: Window): boolean => {
    if (/^(\d)\1+$/.test(window.figures)) return false;
    const lead = leadOf(folded.text, window.from);
    const said = SAYS_CARD.test(context) || SAYS_CARD.test(lead);
    if (said) return true;
    if (!DOMESTIC.test(window.figures) || !SHAPES.test(shapeOf(window)) || !isEven(window)) return false;
    if (window.first < window.last && goesOn(window)) return false;
    return !SAYS_OTHER_NUMBER.test(lead) && !SAYS_OTHER_NUMBER.test(context) && !/[A-Za-z/=_.]$/.test(lead) && !/^[A-Za-z_=]/.test(folded.text.slice(window.to));
  };
  for (const chain of chains) {
    const taken = takenIn(chain);
    for (const length of [19, 18, 17, 16]) {
      for (const window of windowsOf(chain, length)) {
        // First what rules out most at the least cost: a long table of figures has a window at every figure.
        if (!isCard(window.figures) || !passesLuhn(window.figures) || !taken.isFree(window) || !accepts(window)) continue;
        taken.take(window);
        found.push({ from: window.from, to: window.to });
      }
    }
  }
  return found;
};
