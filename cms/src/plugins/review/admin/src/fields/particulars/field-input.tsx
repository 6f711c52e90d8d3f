import { Box, Checkbox, Typography } from '@strapi/design-system';
import { ChoiceField as ChoiceInput, TextField as LineInput } from '../../../../../office/admin/src/form-fields';
import type { Fault } from '../../../../server/src/decisions/particulars/faults';
import type { Field } from '../../../../server/src/decisions/particulars/form';
import { inputValue, instantOfInput } from '../../times';
import { ListEditor } from './list-editor';
import { WordsInput } from './words-input';

interface Props {
  name: string;
  field: Field;
  value: unknown;
  disabled: boolean;
  faults: Fault[];
  onChange(value: unknown): void;
}

/** The input of one field, by what the field is. The grid of a data set is drawn by the whole (`grid-editor.tsx`). */
export const FieldInput = ({ name, field, value, disabled, faults, onChange }: Props) => {
  const at = `particulars.${name}`;
  const error = faults.find((fault) => fault.field === at)?.message;
  const hint = 'hint' in field ? field.hint : undefined;
  const common = { name: at, label: field.label, disabled, ...(error ? { error } : {}), ...(hint ? { hint } : {}) };
  switch (field.is) {
    case 'line':
    case 'text':
      return <WordsInput at={at} field={field} value={String(value ?? '')} disabled={disabled} faults={faults} onChange={onChange} />;
    case 'choice':
      return <ChoiceInput {...common} required words={field.choices} value={String(value ?? '')} onChange={onChange} />;
    case 'number':
      return <LineInput {...common} required={field.required} type="number" value={value === null ? '' : String(value)} onChange={(typed) => onChange(typed === '' ? null : Number(typed))} />;
    case 'moment':
      return <LineInput {...common} type="datetime-local" value={typeof value === 'string' ? inputValue(Date.parse(value)) : ''} onChange={(typed) => onChange(instantOfInput(typed))} />;
    case 'flag':
      return (
        <Box style={{ flex: '1 1 100%' }}>
          <Checkbox name={at} disabled={disabled} checked={value === true} onCheckedChange={(checked) => onChange(checked === true)}>
            {field.label}
          </Checkbox>
          {hint && (
            <Typography tag="p" variant="pi" textColor="neutral600">
              {hint}
            </Typography>
          )}
        </Box>
      );
    case 'list':
      return <ListEditor at={at} field={field} value={(value ?? []) as Record<string, string>[]} disabled={disabled} faults={faults} onChange={onChange} />;
    default:
      return null;
  }
};
