import { Button, Flex, Typography } from '@strapi/design-system';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { FaultNotice } from '../../../../review/admin/src/panel/fault-notice';
import { shownMinute } from '../../../../review/admin/src/times';
import { CodeField } from '../gate/code-field';
import { EnrolmentForm } from '../gate/enrolment-form';
import { RecoveryCodes } from '../gate/recovery-codes';
import { useRequest } from '../gate/use-request';
import type { Own } from '../requests';
import { send } from '../requests';
import { Section } from './section';

const FEW_CODES = 3;

interface Ask {
  to: string;
  label: string;
}

const NEW_CODES: Ask = { to: 'me/recovery-codes', label: '换一组恢复码' };
const OFF: Ask = { to: 'me/second-factor/off', label: '解除绑定' };

/** Some things are done only with a fresh code. */
const WithCode = ({ ask, onDone, onCancel }: { ask: Ask; onDone(codes: string[] | null): void; onCancel(): void }) => {
  const [code, setCode] = useState('');
  const { busy, fault, run } = useRequest();
  const give = (event: FormEvent) => {
    event.preventDefault();
    void run(
      () => send<{ recoveryCodes?: string[] }>(ask.to, { code }),
      ({ recoveryCodes }) => onDone(recoveryCodes ?? null),
    );
  };
  return (
    <form onSubmit={give} noValidate>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <CodeField label={`${ask.label}：动态验证码`} hint="验证器现在显示的六位数字。" value={code} autoFocus onChange={setCode} />
        {fault && <FaultNotice fault={fault} onRefresh={() => window.location.reload()} />}
        <Flex gap={2}>
          <Button type="submit" loading={busy} disabled={code.trim() === ''}>
            {ask.label}
          </Button>
          <Button type="button" variant="tertiary" onClick={onCancel}>
            取消
          </Button>
        </Flex>
      </Flex>
    </form>
  );
};

const Enrolled = ({ factor, onAsk }: { factor: Own['secondFactor']; onAsk(ask: Ask): void }) => (
  <Flex direction="column" alignItems="stretch" gap={3}>
    <Typography>
      已绑定验证器（{shownMinute(factor.enrolledAt ?? '')}），恢复码还剩 {factor.recoveryCodesLeft} 个。
      {factor.recoveryCodesLeft < FEW_CODES && '快用完了，请换一组。'}
    </Typography>
    <Flex gap={2} wrap="wrap">
      <Button variant="secondary" onClick={() => onAsk(NEW_CODES)}>
        换一组恢复码
      </Button>
      {!factor.required && (
        <Button variant="danger-light" onClick={() => onAsk(OFF)}>
          解除绑定
        </Button>
      )}
    </Flex>
    {factor.required && (
      <Typography variant="pi" textColor="neutral600">
        您的角色必须使用双因素登录。换手机请先用恢复码登录，再请安全管理员重置。
      </Typography>
    )}
  </Flex>
);

interface Props {
  factor: Own['secondFactor'];
  onChanged(): void;
}

/** 双因素: set up, printed codes, given up. */
export const SecondFactorSection = ({ factor, onChanged }: Props) => {
  const [enrolling, setEnrolling] = useState(false);
  const [ask, setAsk] = useState<Ask | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const finish = () => {
    setCodes(null);
    setEnrolling(false);
    setAsk(null);
    onChanged();
  };
  const content = () => {
    if (!factor.on) return <Typography>这个系统没有启用双因素登录（演示）。</Typography>;
    if (codes) return <RecoveryCodes codes={codes} onKept={finish} />;
    if (ask) return <WithCode ask={ask} onDone={(given) => (given ? setCodes(given) : finish())} onCancel={() => setAsk(null)} />;
    if (factor.enrolledAt) return <Enrolled factor={factor} onAsk={setAsk} />;
    if (enrolling) return <EnrolmentForm to="me/second-factor" onEnrolled={setCodes} />;
    return (
      <Flex direction="column" alignItems="flex-start" gap={3}>
        <Typography>没有绑定验证器。绑定后，登录时除密码外还要输入手机上的号码，别人知道密码也进不来。</Typography>
        <Button onClick={() => setEnrolling(true)}>绑定验证器</Button>
      </Flex>
    );
  };
  return <Section title="双因素登录">{content()}</Section>;
};
