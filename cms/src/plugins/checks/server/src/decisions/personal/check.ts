import type { Check, Found, Severity } from '../finding';
import { excerptOf, masked } from '../finding';
import type { Block, Subject } from '../subject';
import { textBlocks } from '../subject';
import type { Folded } from '../text/characters';
import { originalSpan } from '../text/characters';
import { bankCards } from './bank-card';
import type { Figures } from './figures';
import { readFigures } from './figures';
import type { FoundNumber } from './identity-card';
import { identityNumbers } from './identity-card';
import { homeAddresses, mailAddresses, plates } from './marks';
import { landlines, mobiles } from './telephone';

interface Mark {
  from: number;
  to: number;
  severity: Severity;
  message: string;
  hint: string;
}

const MASK = '依法必须公开的名单请遮盖其中一部分，例如 3301**********1234。';

type Detector = (figures: Figures, block: Block, today: string) => Mark[];

const found = (block: Block, folded: Folded, mark: Mark): Found => {
  const [from, to] = originalSpan(folded, mark.from, mark.to);
  const excerpt = excerptOf(block.text, from, to);
  return { place: block.place, severity: mark.severity, message: mark.message, hint: mark.hint, excerpt, matched: excerpt.match, kept: masked(excerpt.match) };
};

/** Texts are read once for all kinds. */
const figuresOf = new WeakMap<Block, Figures>();
const read = (block: Block): Figures => {
  const known = figuresOf.get(block) ?? readFigures(block.text);
  figuresOf.set(block, known);
  return known;
};
const identitiesOf = new WeakMap<Figures, FoundNumber[]>();
const identitiesIn = (figures: Figures, block: Block, today: string): FoundNumber[] => {
  const known = identitiesOf.get(figures) ?? identityNumbers(figures, block.context, today);
  identitiesOf.set(figures, known);
  return known;
};
const blocksOf = new WeakMap<Subject, Block[]>();
const blocks = (subject: Subject): Block[] => {
  const known = blocksOf.get(subject) ?? textBlocks(subject);
  blocksOf.set(subject, known);
  return known;
};

/** Kinds that an office's own address or telephone is by what it is. */
const OFFICES_OWN = ['mobile', 'landline', 'home-address'];

const personal = (id: string, title: string, detect: Detector): Check => ({
  id,
  title,
  run: (subject) =>
    blocks(subject).flatMap((block) => {
      if (block.office && OFFICES_OWN.includes(id)) return [];
      const figures = read(block);
      return detect(figures, block, subject.facts.today).map((mark) => found(block, figures.folded, mark));
    }),
});

/** Identity numbers stand before bank cards: a number that is one is not also the other. */
const overlaps = (mark: { from: number; to: number }, others: { from: number; to: number }[]): boolean =>
  others.some((other) => mark.from < other.to && mark.to > other.from);

/**
 * Personal data in text that becomes public (个人信息保护法 第二十五条、第二十八条: not without separate consent; 条例 第十五条). What
 * the law keeps from the public stops the document; what may be an office's own is a warning.
 */
export const PERSONAL_CHECKS: Check[] = [
  personal('identity-card', '身份证号码', (figures, block, today) =>
    identitiesIn(figures, block, today).map(({ from, to, certainty }) => ({
      from,
      to,
      severity: certainty === 'doubtful' ? 'warn' : 'stop',
      message: certainty === 'doubtful' ? '像是身份证号码，但校验不符或没有说明。' : '这是一个身份证号码，属于个人信息，不能公开。',
      hint: certainty === 'doubtful' ? '请核对；是身份证号码的请删除或遮盖。' : `请删除或遮盖。${MASK}`,
    })),
  ),
  personal('mobile', '手机号码', (figures, block, today) => {
    const identities = identitiesIn(figures, block, today);
    return mobiles(figures, block.context)
      .filter((mark) => !overlaps(mark, identities))
      .map(({ from, to, office }) => ({
        from,
        to,
        severity: office ? 'warn' : 'stop',
        message: office ? '这是一个手机号码，前后文说它是办公用的。' : '这是一个手机号码，属于个人信息，不能公开。',
        hint: office ? '确为单位公布的办公号码，请写明理由；是个人号码请删除。' : '请删除或遮盖中间四位；对外联系请用办公电话，并写明“咨询电话”“值班电话”等用途。',
      }));
  }),
  personal('bank-card', '银行卡号', (figures, block, today) => {
    const identities = identitiesIn(figures, block, today);
    return bankCards(figures, block.context)
      .filter((mark) => !overlaps(mark, identities))
      .map(({ from, to }) => ({
        from,
        to,
        severity: 'stop',
        message: '这是一个银行卡号，属于个人信息，不能公开。',
        hint: '请删除或只留末四位。',
      }));
  }),
  personal('landline', '固定电话', (figures, block) =>
    landlines(figures, block.context).map(({ from, to }) => ({
      from,
      to,
      severity: 'warn',
      message: '这里有一个固定电话，没有说明是哪个单位的办公电话。',
      hint: '办公电话请在前面写明“咨询电话”等用途；个人电话请删除。',
    })),
  ),
  personal('plate', '车牌号码', (figures) =>
    plates(figures.folded).map(({ from, to }) => ({
      from,
      to,
      severity: 'warn',
      message: '这里有一个车牌号码，可能属于个人。',
      hint: '个人车辆请遮盖，例如 浙A·1***5；依法须公开的请写明理由。',
    })),
  ),
  personal('e-mail', '电子邮箱', (figures) =>
    mailAddresses(figures.folded).map(({ from, to }) => ({
      from,
      to,
      severity: 'warn',
      message: '这是一个不属于政府域名的电子邮箱，可能属于个人。',
      hint: '个人邮箱请删除；单位对外公布的请写明理由。',
    })),
  ),
  personal('home-address', '个人住址', (figures, block) =>
    homeAddresses(figures.folded, block.context).map(({ from, to }) => ({
      from,
      to,
      severity: 'warn',
      message: '这里有写到门牌号的个人住址。',
      hint: '请只写到街道或社区；依法须公开的请写明理由。',
    })),
  ),
];

export { blocks as blocksOfSubject };
