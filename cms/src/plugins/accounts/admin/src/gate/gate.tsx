import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useEffect, useState } from 'react';
import { FaultNotice } from '../../../../review/admin/src/panel/fault-notice';
import { Notice } from '../../../../review/admin/src/panel/notice';
import type { Fault } from '../../../../review/admin/src/requests/fault';
import type { GateState, Stage } from '../requests';
import { faultIn, read } from '../requests';
import { CodeStep } from './code-step';
import { EnrolmentStep } from './enrolment-step';
import { leave } from './leave';
import { PasswordStep } from './password-step';

const TITLES: Record<Stage, string> = { code: '输入动态验证码', password: '更换密码', enrolment: '绑定验证器' };

interface Props {
  onThrough(): void;
}

/** The steps between the password and the desk: code, new password, authenticator; one at a time, as the server asks for them. */
export const Gate = ({ onThrough }: Props) => {
  const [state, setState] = useState<GateState | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const look = () => {
    read<GateState>('gate').then(
      (found) => (found.stage === null ? onThrough() : setState(found)),
      (error: unknown) => setFault(faultIn(error)),
    );
  };
  useEffect(look, [onThrough]);
  const stage = state?.stage ?? null;
  return (
    <Flex justifyContent="center" padding={4} paddingTop={8}>
      <Box tag="main" role="dialog" aria-modal="true" aria-labelledby="gate-title" background="neutral0" hasRadius shadow="tableShadow" padding={6} width="100%" maxWidth="520px">
        <Flex direction="column" alignItems="stretch" gap={5}>
          <Flex direction="column" alignItems="stretch" gap={1}>
            <Typography variant="beta" tag="h1" id="gate-title">
              {stage ? TITLES[stage] : '登录'}
            </Typography>
            {state && (
              <Typography textColor="neutral600">
                {state.name}（{state.email}）
              </Typography>
            )}
          </Flex>
          {state?.told && (
            <Notice tone="danger" title="请留意">
              {state.told}
            </Notice>
          )}
          {fault && <FaultNotice fault={fault} onRefresh={() => window.location.reload()} />}
          {stage === 'code' && <CodeStep onDone={look} />}
          {stage === 'password' && state && <PasswordStep rules={state.rules} expired={state.expired} onDone={look} />}
          {stage === 'enrolment' && <EnrolmentStep onDone={look} />}
          <Flex justifyContent="flex-end">
            <Button variant="tertiary" onClick={() => void leave()}>
              退出登录
            </Button>
          </Flex>
        </Flex>
      </Box>
    </Flex>
  );
};
