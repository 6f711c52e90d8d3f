import type { PublicDocument, Withdrawal } from '../contract/index.ts';
import type { RoomsState } from './rooms.ts';

/** Part of a document that decides where it is printed. */
export type Placed = Pick<
  PublicDocument,
  | 'id'
  | 'column'
  | 'month'
  | 'department'
  | 'formerColumns'
  | 'furtherColumns'
  | 'relations'
  | 'attachments'
  | 'images'
  | 'keywords'
  | 'indexNumber'
  | 'topicClass'
  | 'particulars'
>;

/**
 * What the plan asks about the state of public content: before a change, and after it. The replica answers; tests answer with plain
 * objects.
 */
export interface PlanState {
  rooms: RoomsState;
  columns(): { code: string }[];
  column(code: string): { code: string } | null;
  departments(): { code: string }[];
  department(code: string): { code: string } | null;
  document(id: string): Placed | null;
  /** The same without relations and files, which is cheaper to read. */
  card(id: string): { id: string; column: string; month: string; department: string; furtherColumns?: string[] } | null;
  /** Documents that name this one. */
  incoming(id: string): { card: { id: string; column: string; month: string } }[];
  /** Months of a column that show documents, its own or others', newest first. */
  monthsOfColumn(column: string): { month: string; documents: number }[];
  /** Standing columns that show documents of this month; `own`: how many of them have their address there. */
  columnsOfMonth(month: string): { column: string; own: number }[];
  months(): { column: string; month: string; documents: number }[];
  documentsOfColumn(code: string): string[];
  documentsOfDepartment(code: string): string[];
  monthsOfDepartment(code: string): { column: string; month: string }[];
  /** Where documents of a department are shown besides their own columns. */
  placementsOfDepartment(code: string): { column: string; month: string }[];
  columnsOfDepartment(code: string): string[];
  departmentsOfColumn(code: string): string[];
  withdrawal(id: string): Withdrawal | null;
  withdrawals(): Withdrawal[];
  movedDocuments(): Placed[];
  addresses(): Iterable<{ column: string; month: string; id: string }>;
  documentsWithFiles(): Iterable<Placed>;
}
