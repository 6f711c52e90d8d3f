/** What is asked, as the address says it. */
export interface Question {
  q: string;
  column: string;
  department: string;
  year: string;
  order: 'relevance' | 'date';
  /** Pages shown, ten results each, from 1. */
  page: number;
}

const FILTERS = ['column', 'department', 'year'] as const;

export function questionOf(address: string): Question {
  const asked = new URLSearchParams(address);
  const word = (name: string): string => (asked.get(name) ?? '').trim();
  return {
    q: word('q'),
    column: word('column'),
    department: word('department'),
    year: word('year'),
    order: word('order') === 'date' ? 'date' : 'relevance',
    page: Math.min(100, Math.max(1, Math.trunc(Number(word('page'))) || 1)),
  };
}

/** The address of a question, without what goes without saying. */
export function addressOf(question: Question): string {
  const said = new URLSearchParams();
  if (question.q) said.set('q', question.q);
  for (const name of FILTERS) if (question[name]) said.set(name, question[name]);
  if (question.order === 'date') said.set('order', 'date');
  if (question.page > 1) said.set('page', String(question.page));
  const text = said.toString();
  return text ? `?${text}` : location.pathname;
}

export function filtersOf(question: Question): Record<string, string> {
  return Object.fromEntries(FILTERS.filter((name) => question[name] !== '').map((name) => [name, question[name]]));
}
