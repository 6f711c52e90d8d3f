/** 承诺: what the portal promised, for the whole site or one department. */
export const MEASURES = {
  'items-per-day': '每天公开信息',
  'items-per-month': '每月公开信息',
  'reply-rate': '回复率',
  'closing-rate': '办结率',
  other: '其他',
} as const;
export type Measure = keyof typeof MEASURES;

export const isMeasure = (value: unknown): value is Measure => typeof value === 'string' && Object.hasOwn(MEASURES, value);

export interface Pledge {
  id: string;
  /** Empty: the whole site. */
  department: string;
  measure: Measure;
  name: string;
  amount: number;
  unit: string;
  note: string;
  position: number;
  version: number;
}

export type PromiseFields = Pick<Pledge, 'department' | 'measure' | 'name' | 'amount' | 'unit' | 'note' | 'position'>;

const MOST = 1_000_000;

export const faultsOfPromise = ({ name, amount, unit }: PromiseFields): string[] => [
  ...(name ? [] : ['请填写承诺的名称。']),
  ...(Number.isInteger(amount) && amount > 0 && amount <= MOST ? [] : ['数量应为 1 以上的整数。']),
  ...(unit ? [] : ['请填写单位，例如「条」。']),
];

/** What a new installation starts with: the portal's own words, "more than 30 items a day". */
export const FIRST_PROMISE: PromiseFields = {
  department: '',
  measure: 'items-per-day',
  name: '每天公开信息',
  amount: 30,
  unit: '条',
  note: '全站每天公开信息三十条以上。',
  position: 1,
};
