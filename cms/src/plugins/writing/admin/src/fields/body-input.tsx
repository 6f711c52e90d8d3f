import { Field } from '@strapi/design-system';
import type { FieldProps } from '../../../../review/admin/src/fields/field-props';
import { BodyEditor } from '../editor/body-editor';

/** 正文. Loaded when a document is opened, not before. */
const BodyInput = ({ name, label, hint, labelAction, required, disabled = false, error, value, onChange }: FieldProps<string>) => (
  <Field.Root name={name} id={`field-${name}`} error={error} hint={hint} required={required}>
    <Field.Label action={labelAction}>{label}</Field.Label>
    <BodyEditor id={`editor-${name}`} value={value ?? ''} disabled={disabled} onChange={(html) => onChange(name, html)} />
    <Field.Hint />
    <Field.Error />
  </Field.Root>
);

export default BodyInput;
