import { Field } from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { FieldProps } from './field-props';

/** Label, hint and error around an input, as the content manager's own fields have them. */
export const FieldFrame = ({
  field: { name, label, hint, labelAction, required, error },
  children,
}: {
  field: Omit<FieldProps<never>, 'value' | 'onChange'>;
  children: ReactNode;
}) => (
  <Field.Root name={name} id={name} error={error} hint={hint} required={required}>
    <Field.Label action={labelAction}>{label}</Field.Label>
    {children}
    <Field.Hint />
    <Field.Error />
  </Field.Root>
);
