import { Box, Button, Field, Grid, SingleSelect, SingleSelectOption, Textarea, TextInput, Typography } from '@strapi/design-system';
import type { FormEvent } from 'react';
import { useState } from 'react';
import type { Deputies, DeputyRequest, Person } from '../requests/rules-answers';
import { DAY_MS, inputValue, instantOfInput } from '../times';

interface Props {
  choices: Deputies;
  busy: boolean;
  /** @returns whether it was done */
  onName(request: DeputyRequest): Promise<boolean>;
}

const WEEK_MS = 7 * DAY_MS;

const Choice = ({ name, label, value, options, onChange }: { name: string; label: string; value: string; options: [string, string][]; onChange(value: string): void }) => (
  <Field.Root name={name} id={`deputy-${name}`} required>
    <Field.Label>{label}</Field.Label>
    <SingleSelect value={value} placeholder="请选择" onChange={(chosen) => onChange(String(chosen))}>
      {options.map(([code, words]) => (
        <SingleSelectOption key={code} value={code}>
          {words}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  </Field.Root>
);

const Moment = ({ name, label, value, onChange }: { name: string; label: string; value: string; onChange(value: string): void }) => (
  <Field.Root name={name} id={`deputy-${name}`} required hint="北京时间">
    <Field.Label>{label}</Field.Label>
    <TextInput type="datetime-local" value={value} onChange={(event) => onChange(event.currentTarget.value)} />
    <Field.Hint />
  </Field.Root>
);

/** Who may be chosen once it is known for whom and in which role. */
const deputiesFor = ({ people }: Deputies, principal: string, role: string): Person[] =>
  people.filter((person) => person.id !== principal && !person.roles.some((each) => each === role));

/** Names a deputy: for oneself, or (system administrator) for somebody who could not. */
export const DeputyForm = ({ choices, busy, onName }: Props) => {
  const forOneself = choices.mayNameFor === 'self';
  const empty = () => ({
    principal: forOneself ? choices.self : '',
    deputy: '',
    role: '',
    from: inputValue(Date.now()),
    until: inputValue(Date.now() + WEEK_MS),
    reason: '',
  });
  const [form, setForm] = useState(empty);
  const set = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }));
  const principal = choices.people.find(({ id }) => id === form.principal);
  const roles = choices.roles.filter(({ code }) => principal?.roles.includes(code));
  const role = roles.length === 1 ? (roles[0]?.code ?? '') : form.role;
  const [from, until] = [instantOfInput(form.from), instantOfInput(form.until)];
  const complete = form.principal && form.deputy && role && from && until && form.reason.trim().length >= 2;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!complete) return;
    const done = await onName({ ...form, role, from, until, reason: form.reason.trim() });
    if (done) setForm(empty());
  };
  return (
    <Box tag="form" background="neutral0" hasRadius shadow="tableShadow" padding={6} onSubmit={(event: FormEvent) => void submit(event)} aria-label="指定代理人">
      <Typography tag="h2" variant="delta">
        指定代理人
      </Typography>
      <Grid.Root gap={4} paddingTop={4}>
        {!forOneself && (
          <Grid.Item col={4} s={12} direction="column" alignItems="stretch">
            <Choice
              name="principal"
              label="离岗人员"
              value={form.principal}
              options={choices.people.map(({ id, name }) => [id, name])}
              onChange={(id) => set({ principal: id, deputy: '', role: '' })}
            />
          </Grid.Item>
        )}
        {roles.length !== 1 && (
          <Grid.Item col={4} s={12} direction="column" alignItems="stretch">
            <Choice name="role" label="代理的角色" value={form.role} options={roles.map(({ code, label }) => [code, label])} onChange={(code) => set({ role: code, deputy: '' })} />
          </Grid.Item>
        )}
        <Grid.Item col={4} s={12} direction="column" alignItems="stretch">
          <Choice
            name="deputy"
            label={roles.length === 1 ? `代理人（代理${roles[0]?.label ?? ''}）` : '代理人'}
            value={form.deputy}
            options={deputiesFor(choices, form.principal, role).map(({ id, name }) => [id, name])}
            onChange={(id) => set({ deputy: id })}
          />
        </Grid.Item>
        <Grid.Item col={4} s={12} direction="column" alignItems="stretch">
          <Moment name="from" label="开始时间" value={form.from} onChange={(value) => set({ from: value })} />
        </Grid.Item>
        <Grid.Item col={4} s={12} direction="column" alignItems="stretch">
          <Moment name="until" label="结束时间" value={form.until} onChange={(value) => set({ until: value })} />
        </Grid.Item>
        <Grid.Item col={12} s={12} direction="column" alignItems="stretch">
          <Field.Root name="reason" id="deputy-reason" required hint="例如：年休假、外出学习。记入审计记录。">
            <Field.Label>理由</Field.Label>
            <Textarea value={form.reason} onChange={(event) => set({ reason: event.currentTarget.value })} />
            <Field.Hint />
          </Field.Root>
        </Grid.Item>
      </Grid.Root>
      <Box paddingTop={4}>
        <Button type="submit" disabled={!complete} loading={busy}>
          指定代理人
        </Button>
      </Box>
    </Box>
  );
};
