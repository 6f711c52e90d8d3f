import { Button, Flex } from '@strapi/design-system';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { FaultNotice } from '../../../../review/admin/src/panel/fault-notice';
import { send } from '../requests';
import { CodeField } from './code-field';
import { useRequest } from './use-request';

/** Asks for the code of the authenticator, or for one of the printed recovery codes. */
export const CodeStep = ({ onDone }: { onDone(): void }) => {
  const [recovery, setRecovery] = useState(false);
  const [code, setCode] = useState('');
  const { busy, fault, run } = useRequest();
  const give = (event: FormEvent) => {
    event.preventDefault();
    void run(() => send('gate/code', { code, kind: recovery ? 'recovery' : 'code' }), onDone).then(() => setCode(''));
  };
  return (
    <form onSubmit={give} noValidate>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <CodeField
          key={String(recovery)}
          label={recovery ? '恢复码' : '动态验证码'}
          hint={recovery ? '绑定验证器时打印的十个之一，形如 AB3CD-EF4GH，每个只能用一次。' : '打开手机上的验证器，输入「公开」下面的六位数字。'}
          value={code}
          recovery={recovery}
          autoFocus
          onChange={setCode}
        />
        {fault && <FaultNotice fault={fault} onRefresh={() => window.location.reload()} />}
        <Flex gap={2} wrap="wrap">
          <Button type="submit" loading={busy} disabled={code.trim() === ''}>
            登录
          </Button>
          <Button
            type="button"
            variant="tertiary"
            onClick={() => {
              setRecovery(!recovery);
              setCode('');
            }}
          >
            {recovery ? '用验证器的验证码' : '手机不在身边，用恢复码'}
          </Button>
        </Flex>
      </Flex>
    </form>
  );
};
