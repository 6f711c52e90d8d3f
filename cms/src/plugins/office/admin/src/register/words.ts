import { DISCLOSURE, KINDS, RELAY, SECRECY, SECRET_TITLE, URGENCY } from '../../../server/src/decisions/register';
import type { Kind } from '../../../server/src/decisions/register';
import { inputValue, instantOfInput } from '../../../../review/admin/src/times';
import type { ShownEntry } from '../requests/answers';

export { DISCLOSURE, KINDS, RELAY, SECRECY, URGENCY };

/** The form's own state: everything text, as inputs have it. */
export interface Form {
  day: string;
  receivedAt: string;
  department: string;
  fromOrgan: string;
  toOrgan: string;
  documentNumber: string;
  title: string;
  copies: string;
  secrecy: string;
  urgency: string;
  writtenOn: string;
  dueOn: string;
  relay: string;
  disclosure: string;
  notes: string;
}

export const emptyForm = (department: string): Form => {
  const now = inputValue(Date.now());
  return {
    day: now.slice(0, 10),
    receivedAt: now,
    department,
    fromOrgan: '',
    toOrgan: '',
    documentNumber: '',
    title: '',
    copies: '1',
    secrecy: 'none',
    urgency: 'normal',
    writtenOn: '',
    dueOn: '',
    relay: '',
    disclosure: '',
    notes: '',
  };
};

export const formOf = (entry: ShownEntry): Form => ({
  day: entry.day,
  receivedAt: entry.receivedAt ? inputValue(Date.parse(entry.receivedAt)) : '',
  department: entry.department,
  fromOrgan: entry.fromOrgan,
  toOrgan: entry.toOrgan,
  documentNumber: entry.documentNumber,
  title: entry.title === SECRET_TITLE ? '' : entry.title,
  copies: String(entry.copies),
  secrecy: entry.secrecy,
  urgency: entry.urgency,
  writtenOn: entry.writtenOn ?? '',
  dueOn: entry.dueOn ?? '',
  relay: entry.relay ?? '',
  disclosure: entry.disclosure ?? '',
  notes: entry.notes,
});

/** What is sent; a moment of receipt is of Beijing and belongs to what comes in. */
export const dataOf = (kind: Kind, form: Form): object => ({
  ...form,
  kind,
  copies: Number(form.copies),
  receivedAt: kind === 'in' ? instantOfInput(form.receivedAt) : null,
});

export const STATE_FILTERS: Record<string, string> = {
  unsigned: '未签收',
  open: '未归档',
  filed: '已归档',
  relay: '需转载',
  void: '已作废',
};
