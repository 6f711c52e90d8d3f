import { Box, Field, SingleSelect, SingleSelectOption, Textarea, TextInput } from '@strapi/design-system';
import type { ReactNode } from 'react';

interface Common {
  label: string;
  name: string;
  hint?: string;
  required?: boolean;
  error?: string;
  disabled?: boolean;
  /** Width at which it still reads well; beside others it grows. */
  basis?: string;
}

const Frame = ({ label, name, hint, required, error, basis = '22rem', children }: Common & { children: ReactNode }) => (
  <Box style={{ flex: `1 1 ${basis}`, minWidth: 0 }}>
    <Field.Root name={name} id={name} required={required} {...(hint ? { hint } : {})} {...(error ? { error } : {})}>
      <Field.Label>{label}</Field.Label>
      {children}
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  </Box>
);

/** One line of text, a day (`date`), a moment (`datetime-local`) or a number. */
export const TextField = ({
  value,
  onChange,
  type = 'text',
  placeholder,
  ...common
}: Common & { value: string; onChange(value: string): void; type?: 'text' | 'date' | 'datetime-local' | 'number'; placeholder?: string }) => (
  <Frame {...common}>
    <TextInput
      type={type}
      value={value}
      disabled={common.disabled}
      placeholder={placeholder}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  </Frame>
);

export const LongField = ({ value, onChange, ...common }: Common & { value: string; onChange(value: string): void }) => (
  <Frame basis="100%" {...common}>
    <Textarea value={value} disabled={common.disabled} onChange={(event) => onChange(event.currentTarget.value)} />
  </Frame>
);

/** A choice; `none` adds one for "nothing". */
export const ChoiceField = ({
  value,
  onChange,
  words,
  none,
  ...common
}: Common & { value: string; onChange(value: string): void; words: Record<string, string>; none?: string }) => (
  <Frame {...common}>
    <SingleSelect
      value={value === '' && none ? NOTHING : value}
      disabled={common.disabled}
      placeholder="请选择"
      onChange={(chosen) => onChange(chosen === NOTHING ? '' : String(chosen))}
    >
      {none && <SingleSelectOption value={NOTHING}>{none}</SingleSelectOption>}
      {Object.entries(words).map(([code, label]) => (
        <SingleSelectOption key={code} value={code}>
          {label}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  </Frame>
);

const NOTHING = '-';
