import { Layouts, Page, useNotification } from '@strapi/admin/strapi-admin';
import { Box, Flex, Main, Typography } from '@strapi/design-system';
import { FaultNotice } from '../../../../review/admin/src/panel/fault-notice';
import { Notice } from '../../../../review/admin/src/panel/notice';
import { shownMinute } from '../../../../review/admin/src/times';
import { PasswordForm } from '../gate/password-form';
import type { Own, SessionLine } from '../requests';
import { send } from '../requests';
import { shownAgent } from './agent';
import { SecondFactorSection } from './second-factor-section';
import { Section } from './section';
import { useLoaded } from './use-loaded';

const SOON_DAYS = 14;

const PasswordAge = ({ password }: { password: Own['password'] }) => {
  if (!password.changedAt) return null;
  return (
    <Typography textColor={password.daysLeft < SOON_DAYS ? 'warning700' : 'neutral800'}>
      上次更换：{shownMinute(password.changedAt)}，还有 {password.daysLeft} 天到期。
    </Typography>
  );
};

const Sessions = ({ sessions }: { sessions: SessionLine[] }) => (
  <Box tag="ul">
    {sessions.map((session) => (
      <Box tag="li" key={session.beganAt} paddingBottom={2}>
        <Typography>
          {session.own ? '这里' : '别处'}：{shownAgent(session.agent)}，{session.ip}，{shownMinute(session.beganAt)} 登录
        </Typography>
      </Box>
    ))}
  </Box>
);

const Security = () => {
  const { data: own, fault, reload } = useLoaded<Own>('me');
  const { toggleNotification } = useNotification();
  if (fault) return <FaultNotice fault={fault} onRefresh={reload} />;
  if (!own) return <Page.Loading />;
  const changed = () => {
    toggleNotification({ type: 'success', message: '密码已更换。其他地方的登录已退出。' });
    reload();
  };
  const read = () => void send('me/told').then(reload, reload);
  return (
    <Flex direction="column" alignItems="stretch" gap={5} maxWidth="720px">
      {own.told && (
        <Notice tone="danger" title="请留意" action={{ label: '知道了', onClick: read }}>
          {own.told}
        </Notice>
      )}
      <SecondFactorSection factor={own.secondFactor} onChanged={reload} />
      <Section title="密码">
        <PasswordAge password={own.password} />
        <PasswordForm to="me/password" rules={own.password.rules} onDone={changed} />
      </Section>
      <Section title="登录">
        <Sessions sessions={own.sessions} />
        <Typography variant="pi" textColor="neutral600">
          一个账号同时只能在一处登录；在别处登录，这里会退出。发现不是您本人的登录，请更换密码并报告安全管理员。
        </Typography>
      </Section>
    </Flex>
  );
};

/** 安全: somebody's own password, second factor and session. */
const SecurityPage = () => (
  <Main>
    <Page.Title>安全</Page.Title>
    <Layouts.Header title="安全" subtitle="您自己的密码、双因素和登录" />
    <Layouts.Content>
      <Security />
    </Layouts.Content>
  </Main>
);

export default SecurityPage;
