import { Box, Button, Flex, Typography } from '@strapi/design-system';
import type { FormEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { FaultNotice } from '../../../../review/admin/src/panel/fault-notice';
import type { Enrolment } from '../requests';
import { send } from '../requests';
import { CodeField } from './code-field';
import { useRequest } from './use-request';

interface Props {
  /** Address under `/accounts/` that begins; it ends at `…/confirm`. */
  to: string;
  onEnrolled(recoveryCodes: string[]): void;
}

const Key = ({ enrolment }: { enrolment: Enrolment }) => (
  <Flex gap={4} wrap="wrap" alignItems="flex-start">
    <img src={enrolment.qr} alt="绑定验证器的二维码；扫不了码时，请手工输入旁边的密钥" width={200} height={200} style={{ border: '1px solid #dcdce4' }} />
    <Flex direction="column" alignItems="stretch" gap={1} maxWidth="220px">
      <Typography variant="pi" textColor="neutral600">
        扫不了码时，手工输入密钥：
      </Typography>
      <Typography tag="code" style={{ fontFamily: 'monospace', overflowWrap: 'anywhere', userSelect: 'all' }}>
        {enrolment.key}
      </Typography>
    </Flex>
  </Flex>
);

/** Shows key and QR code, and asks for a first code, which proves that the authenticator has it. */
export const EnrolmentForm = ({ to, onEnrolled }: Props) => {
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
  const [code, setCode] = useState('');
  const { busy, fault, run } = useRequest();
  const begun = useRef(false);
  useEffect(() => {
    // Twice begun, the key on the screen would not be the one that counts.
    if (begun.current) return;
    begun.current = true;
    void run(() => send<Enrolment>(to), setEnrolment);
  }, [run, to]);
  const confirm = (event: FormEvent) => {
    event.preventDefault();
    void run(
      () => send<{ recoveryCodes: string[] }>(`${to}/confirm`, { code }),
      ({ recoveryCodes }) => onEnrolled(recoveryCodes),
    );
  };
  return (
    <form onSubmit={confirm} noValidate>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Box tag="ol" paddingLeft={5} style={{ listStyle: 'decimal', fontSize: '1.4rem' }}>
          <li>
            <Typography>在手机上打开验证器（任何支持 TOTP 的都可以），选择添加账号。</Typography>
          </li>
          <li>
            <Typography>扫描二维码。</Typography>
          </li>
          <li>
            <Typography>输入它显示的六位数字。</Typography>
          </li>
        </Box>
        {enrolment && <Key enrolment={enrolment} />}
        {enrolment && <CodeField label="动态验证码" hint="每 30 秒换一个。" value={code} onChange={setCode} />}
        {fault && <FaultNotice fault={fault} onRefresh={() => window.location.reload()} />}
        <Flex>
          <Button type="submit" loading={busy} disabled={!enrolment || code.trim() === ''}>
            绑定
          </Button>
        </Flex>
      </Flex>
    </form>
  );
};
