import { ChoiceField as ChoiceInput, LongField, TextField as LineInput } from '../../../../../office/admin/src/form-fields';
import type { Fault } from '../../../../server/src/decisions/particulars/faults';
import type { LineField, TextField } from '../../../../server/src/decisions/particulars/form';
import { useColumnsQuery } from '../../requests/api';

interface Props {
  /** `particulars.post`; also the id of the input, so that a finding leads there. */
  at: string;
  field: LineField | TextField;
  value: string;
  disabled: boolean;
  faults: Fault[];
  onChange(value: string): void;
}

const ColumnInput = ({ value, onChange, ...common }: { name: string; label: string; required: boolean; disabled: boolean; error?: string; value: string; onChange(value: string): void }) => {
  const { data: columns = [] } = useColumnsQuery();
  return <ChoiceInput {...common} words={Object.fromEntries(columns.map(({ code, name }) => [code, name]))} value={value} onChange={onChange} />;
};

/** One line, paragraphs, or a column chosen by its name. */
export const WordsInput = ({ at, field, value, disabled, faults, onChange }: Props) => {
  const error = faults.find((fault) => fault.field === at)?.message;
  const common = { name: at, label: field.label, required: field.required, disabled, value, onChange, ...(error ? { error } : {}), ...(field.hint ? { hint: field.hint } : {}) };
  if (field.is === 'text') return <LongField {...common} />;
  return field.column ? <ColumnInput {...common} /> : <LineInput {...common} />;
};
