/** What is asked, as the address says it. */
export interface Question {
  q: string;
  column: string;
  department: string;
  year: string;
  validity: string;
  /** First and last month of a span, `yyyy-mm`; empty: open. */
  from: string;
  to: string;
  order: 'relevance' | 'date';
  /** Whether older periods are searched too, however much was found. */
  older: boolean;
  /** Pages shown, ten results each, from 1. */
  page: number;
}

/** Filters in the order of the form. */
export const CHOICES = ['column', 'department', 'validity', 'year', 'from', 'to'] as const;
/** Those with a field of the index of their own. */
export const FACETS = ['column', 'department', 'validity'] as const;

export function questionOf(address: string): Question {
  const asked = new URLSearchParams(address);
  const word = (name: string): string => (asked.get(name) ?? '').trim();
  return {
    q: word('q'),
    column: word('column'),
    department: word('department'),
    year: /^\d{4}$/.test(word('year')) ? word('year') : '',
    validity: ['valid', 'invalid', 'repealed'].includes(word('validity')) ? word('validity') : '',
    from: monthOf(word('from'), '01'),
    to: monthOf(word('to'), '12'),
    order: word('order') === 'date' ? 'date' : 'relevance',
    older: word('older') === '1',
    page: Math.min(100, Math.max(1, Math.trunc(Number(word('page'))) || 1)),
  };
}

/** A month as people write it where the browser offers no choice: 2024-03, 202403, 2024年3月, 2024. @param otherwise - for a year alone */
export function monthOf(text: string, otherwise: string): string {
  const [, year, month] = /^(\d{4})[-/.年]?(?:(\d{1,2})月?)?(?:[-/.]\d{1,2})?$/.exec(text.normalize('NFKC').replace(/\s/g, '')) ?? [];
  if (!year) return '';
  const digits = (month ?? otherwise).padStart(2, '0');
  return digits >= '01' && digits <= '12' ? `${year}-${digits}` : '';
}

/** The address of a question, without what goes without saying. */
export function addressOf(question: Question): string {
  const said = new URLSearchParams();
  if (question.q) said.set('q', question.q);
  for (const name of CHOICES) if (question[name]) said.set(name, question[name]);
  if (question.order === 'date') said.set('order', 'date');
  if (question.older) said.set('older', '1');
  if (question.page > 1) said.set('page', String(question.page));
  const text = said.toString();
  return text ? `?${text}` : location.pathname;
}

export const isFiltered = (question: Question): boolean => CHOICES.some((name) => question[name] !== '');

export const withoutFilters = (question: Question): Question => ({
  ...question,
  column: '',
  department: '',
  year: '',
  validity: '',
  from: '',
  to: '',
  page: 1,
});

/** First and last month asked for, `yyyymm`; null: all time, the undated too. */
export function spanOf({ year, from, to }: Question): { first: string; last: string } | null {
  if (!year && !from && !to) return null;
  const firsts = [year && `${year}01`, from.replace('-', '')].filter(Boolean);
  const lasts = [year && `${year}12`, to.replace('-', '')].filter(Boolean);
  return { first: firsts.sort().at(-1) ?? '000001', last: lasts.sort()[0] ?? '999912' };
}

/** Months of a span, as far as there are documents; `oldest` and `newest` are days or months. */
export function monthsOf(span: { first: string; last: string }, oldest: string, newest: string): string[] {
  const months: string[] = [];
  const begin = span.first > oldest.slice(0, 6) ? span.first : oldest.slice(0, 6);
  const end = span.last < newest.slice(0, 6) ? span.last : newest.slice(0, 6);
  if (!begin || !end) return [];
  for (let month = begin; month <= end; ) {
    months.push(month);
    const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(4))];
    month = number === 12 ? `${year + 1}01` : `${year}${String(number + 1).padStart(2, '0')}`;
  }
  return months;
}
