import type { Day, SpecialDay } from './calendar';
import { dayAfter } from './calendar';

export interface NoticeOfYear {
  year: string;
  /** Title and number of the notice of the General Office of the State Council. */
  source: string;
  days: SpecialDay[];
}

const rest = (name: string, from: Day, to: Day = from): SpecialDay[] => {
  const days: SpecialDay[] = [];
  for (let day = from; day <= to; day = dayAfter(day)) days.push({ day, kind: 'rest', name });
  return days;
};

const work = (name: string, ...days: Day[]): SpecialDay[] => days.map((day) => ({ day, kind: 'work', name }));

/**
 * Years announced when this was written, as they stand in the notices; more are entered in the admin. A rest day that falls on a
 * weekend is listed too: the list can then be laid beside the notice line by line.
 */
export const ANNOUNCED: readonly NoticeOfYear[] = [
  {
    year: '2024',
    source: '国务院办公厅关于2024年部分节假日安排的通知（国办发明电〔2023〕7号）',
    days: [
      ...rest('元旦', '2024-01-01'),
      ...rest('春节', '2024-02-10', '2024-02-17'),
      ...work('春节', '2024-02-04', '2024-02-18'),
      ...rest('清明节', '2024-04-04', '2024-04-06'),
      ...work('清明节', '2024-04-07'),
      ...rest('劳动节', '2024-05-01', '2024-05-05'),
      ...work('劳动节', '2024-04-28', '2024-05-11'),
      ...rest('端午节', '2024-06-10'),
      ...rest('中秋节', '2024-09-15', '2024-09-17'),
      ...work('中秋节', '2024-09-14'),
      ...rest('国庆节', '2024-10-01', '2024-10-07'),
      ...work('国庆节', '2024-09-29', '2024-10-12'),
    ],
  },
  {
    year: '2025',
    source: '国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号）',
    days: [
      ...rest('元旦', '2025-01-01'),
      ...rest('春节', '2025-01-28', '2025-02-04'),
      ...work('春节', '2025-01-26', '2025-02-08'),
      ...rest('清明节', '2025-04-04', '2025-04-06'),
      ...rest('劳动节', '2025-05-01', '2025-05-05'),
      ...work('劳动节', '2025-04-27'),
      ...rest('端午节', '2025-05-31', '2025-06-02'),
      ...rest('国庆节、中秋节', '2025-10-01', '2025-10-08'),
      ...work('国庆节、中秋节', '2025-09-28', '2025-10-11'),
    ],
  },
  {
    year: '2026',
    source: '国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）',
    days: [
      ...rest('元旦', '2026-01-01', '2026-01-03'),
      ...work('元旦', '2026-01-04'),
      ...rest('春节', '2026-02-15', '2026-02-23'),
      ...work('春节', '2026-02-14', '2026-02-28'),
      ...rest('清明节', '2026-04-04', '2026-04-06'),
      ...rest('劳动节', '2026-05-01', '2026-05-05'),
      ...work('劳动节', '2026-05-09'),
      ...rest('端午节', '2026-06-19', '2026-06-21'),
      ...rest('中秋节', '2026-09-25', '2026-09-27'),
      ...rest('国庆节', '2026-10-01', '2026-10-07'),
      ...work('国庆节', '2026-09-20', '2026-10-10'),
    ],
  },
];
