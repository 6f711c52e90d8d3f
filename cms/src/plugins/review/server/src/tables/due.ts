/** What time brings about by itself. */
export type DueKind = 'unpin' | 'release' | 'take-down' | 'emergency-ends';

/** 到期事项: row of `publication_due`. Who planned it is null in rows of earlier versions. */
export interface DueRow {
  id: string;
  due_at: string;
  kind: DueKind;
  document_id: string;
  planned_by: string | null;
  planned_by_name: string | null;
  planned_at: string | null;
  input: string | null;
  attempts: number | null;
  retry_at: string | null;
  last_error: string | null;
}
