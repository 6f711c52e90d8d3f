import { Box, Button, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { FaultNotice } from '../../../../review/admin/src/panel/fault-notice';
import { send } from '../requests';
import { useRequest } from './use-request';

interface SecretProps {
  name: string;
  label: string;
  value: string;
  autoFocus?: boolean;
  error?: string | undefined;
  onChange(value: string): void;
}

const Secret = ({ name, label, value, autoFocus = false, error, onChange }: SecretProps) => (
  <Field.Root name={name} id={`accounts-${name}`} required error={error}>
    <Field.Label>{label}</Field.Label>
    <TextInput
      type="password"
      value={value}
      autoFocus={autoFocus}
      autoComplete={name === 'current' ? 'current-password' : 'new-password'}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
    <Field.Error />
  </Field.Root>
);

interface Props {
  /** Address under `/accounts/` that takes the change. */
  to: string;
  rules: string[];
  autoFocus?: boolean;
  onDone(): void;
}

/** Changes one's own password; the rules stand beside the field, not only in the refusal. */
export const PasswordForm = ({ to, rules, autoFocus = false, onDone }: Props) => {
  const [given, setGiven] = useState({ current: '', wanted: '', again: '' });
  const { busy, fault, run } = useRequest();
  const differs = given.again !== '' && given.again !== given.wanted;
  const change = (event: FormEvent) => {
    event.preventDefault();
    void run(
      () => send(to, { current: given.current, wanted: given.wanted }),
      () => {
        setGiven({ current: '', wanted: '', again: '' });
        onDone();
      },
    );
  };
  const set = (name: keyof typeof given) => (value: string) => setGiven((before) => ({ ...before, [name]: value }));
  return (
    <form onSubmit={change} noValidate>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Box tag="ul" paddingLeft={5} style={{ listStyle: 'disc', fontSize: '1.4rem' }}>
          {rules.map((rule) => (
            <li key={rule}>
              <Typography textColor="neutral700">{rule}</Typography>
            </li>
          ))}
        </Box>
        <Secret name="current" label="现在的密码" value={given.current} autoFocus={autoFocus} onChange={set('current')} />
        <Secret name="wanted" label="新密码" value={given.wanted} onChange={set('wanted')} />
        <Secret name="again" label="再输一次新密码" value={given.again} error={differs ? '两次输入的新密码不同。' : undefined} onChange={set('again')} />
        {fault && <FaultNotice fault={fault} onRefresh={() => window.location.reload()} />}
        <Flex>
          <Button type="submit" loading={busy} disabled={given.current === '' || given.wanted === '' || given.again !== given.wanted}>
            更换密码
          </Button>
        </Flex>
      </Flex>
    </form>
  );
};
