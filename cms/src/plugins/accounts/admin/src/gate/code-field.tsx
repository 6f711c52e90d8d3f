import { Field, TextInput } from '@strapi/design-system';

interface Props {
  label: string;
  hint: string;
  value: string;
  recovery?: boolean;
  autoFocus?: boolean;
  onChange(value: string): void;
}

/** Field of a code: digits on a phone's keyboard, offered from where the phone keeps them. */
export const CodeField = ({ label, hint, value, recovery = false, autoFocus = false, onChange }: Props) => (
  <Field.Root name="code" id="accounts-code" required hint={hint}>
    <Field.Label>{label}</Field.Label>
    <TextInput
      value={value}
      autoFocus={autoFocus}
      autoComplete="one-time-code"
      inputMode={recovery ? 'text' : 'numeric'}
      maxLength={recovery ? 16 : 7}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
    <Field.Hint />
  </Field.Root>
);
