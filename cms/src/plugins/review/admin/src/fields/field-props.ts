import type { ReactNode } from 'react';

/** What the content manager hands to the input of a custom field. */
export interface FieldProps<Value> {
  name: string;
  label: string;
  hint?: ReactNode;
  labelAction?: ReactNode;
  required?: boolean;
  disabled?: boolean;
  error?: string;
  value?: Value | null;
  onChange(name: string, value: Value | null): void;
}
