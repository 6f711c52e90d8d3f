import { formFaults } from './faults';
import type { Field, Particulars } from './form';
import { fieldsOf } from './form';

const words = (field: Extract<Field, { is: 'line' | 'text' }>, value: string): string => (value === '' && field.required ? `（${field.label}未填写）`.slice(0, field.most) : value);

const valueOf = (field: Field, value: unknown, width: number): unknown => {
  switch (field.is) {
    case 'line':
    case 'text':
      return words(field, value as string);
    case 'choice':
      return value === '' ? Object.keys(field.choices)[0] : value;
    case 'number':
      return value === null && field.required ? field.most : value;
    case 'list':
      return (value as Record<string, string>[]).map((item) => Object.fromEntries(Object.entries(field.fields).map(([name, inner]) => [name, words(inner, item[name] ?? '')])));
    case 'heads':
      return (value as string[]).map((head, index) => head || `（第 ${index + 1} 列）`);
    case 'rows':
      return (value as string[][]).map((row) => Array.from({ length: width }, (_, index) => row[index] ?? ''));
    default:
      return value;
  }
};

/**
 * 专项内容 of a draft as a preview can show them: what is missing is named where it is missing.
 * @returns null where that does not make them whole, as without a single row; then the rest is looked at without them
 */
export const withGapsFilled = (particulars: Particulars): Particulars | null => {
  const width = particulars.type === 'dataset' ? particulars.heads.length : 0;
  const values = particulars as unknown as Record<string, unknown>;
  const filled = { type: particulars.type, ...Object.fromEntries(fieldsOf(particulars.type).map(([name, field]) => [name, valueOf(field, values[name], width)])) } as Particulars;
  return formFaults(filled).length === 0 ? filled : null;
};
