import type { ParticularsOf } from '../contract/index.ts';
import type { Card } from '../replica/card.ts';

type Form = ParticularsOf<'interpretation'>['form'];

const FORMS: Record<Form, string> = {
  text: '文字解读',
  questions: '问答解读',
  picture: '图解',
  expert: '专家解读',
  leader: '负责人解读',
  interview: '在线访谈',
};

/** 解读形式 in words; null where nobody said which. */
export const formName = (form: Form | undefined | null): string | null => (form ? FORMS[form] : null);

export const formOfCard = (card: Card): string | null => formName(card.form);
