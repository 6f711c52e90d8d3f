import { Badge, Box, Button, Flex, Typography } from '@strapi/design-system';
import { shownMinute } from '../../../../review/admin/src/times';
import type { PersonLine } from '../requests';
import { shownAgent } from './agent';

/** What is done for an account from its card. */
export type Doing = 'unlock' | 'revoke' | 'second-factor-reset' | 'roles' | 'link' | 'activate' | 'deactivate' | 'rename';

export const LABELS: Record<Doing, string> = {
  unlock: '解锁',
  revoke: '结束登录',
  'second-factor-reset': '重置双因素',
  roles: '角色',
  link: '一次性链接',
  activate: '启用',
  deactivate: '停用',
  rename: '改姓名',
};

/** The buttons that make sense now; whether they are allowed the server has said, and decides again. */
export const doingsFor = (person: PersonLine): Doing[] => {
  const { may } = person;
  const doings: Doing[] = [];
  if (may.grant) doings.push('roles');
  if (may.protect && person.lockedUntil) doings.push('unlock');
  if (may.protect && person.sessions.length > 0) doings.push('revoke');
  if (may.protect && person.secondFactor === 'enrolled') doings.push('second-factor-reset');
  if (may.keep && (person.active || person.invited)) doings.push('link');
  if (may.keep) doings.push('rename');
  if (may.keep && !person.invited) doings.push(person.active ? 'deactivate' : 'activate');
  return doings;
};

const passwordOf = ({ invited, mustChange, passwordDaysLeft }: PersonLine): string => {
  if (invited) return '等本人设置';
  if (mustChange) return '下次登录须更换';
  if (passwordDaysLeft === null) return '—';
  return passwordDaysLeft < 0 ? '已到期' : `还有 ${passwordDaysLeft} 天到期`;
};

const SECOND_FACTOR: Record<PersonLine['secondFactor'], string> = { enrolled: '已绑定', missing: '须绑定，还没有', none: '没有绑定（可不用）' };

const Fact = ({ name, children }: { name: string; children: string }) => (
  <Flex tag="div" direction="column" alignItems="flex-start" minWidth="120px">
    <Typography tag="dt" variant="pi" textColor="neutral600">
      {name}
    </Typography>
    <Typography tag="dd" style={{ overflowWrap: 'anywhere' }}>
      {children}
    </Typography>
  </Flex>
);

const States = ({ person }: { person: PersonLine }) => (
  <Flex gap={2} wrap="wrap">
    {person.breakGlass && <Badge>应急账号</Badge>}
    {person.roles.map(({ code, name }) => (
      <Badge key={code}>{name}</Badge>
    ))}
    {!person.breakGlass && person.roles.length === 0 && <Badge>没有角色</Badge>}
    {person.invited && <Badge backgroundColor="warning100" textColor="warning700">待本人设置密码</Badge>}
    {!person.active && !person.invited && <Badge backgroundColor="neutral200" textColor="neutral700">已停用</Badge>}
    {person.lockedUntil && <Badge backgroundColor="danger100" textColor="danger700">{`锁定到 ${shownMinute(person.lockedUntil)}`}</Badge>}
  </Flex>
);

interface Props {
  person: PersonLine;
  onDo(doing: Doing): void;
}

/** One account: who it is, how safe it stands, what may be done. */
export const PersonCard = ({ person, onDo }: Props) => (
  <Box tag="li" background="neutral0" hasRadius shadow="tableShadow" padding={4} aria-label={person.name}>
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex justifyContent="space-between" alignItems="flex-start" gap={3} wrap="wrap">
        <Flex direction="column" alignItems="flex-start">
          <Typography variant="delta" tag="h2" fontWeight="bold">
            {person.name}
          </Typography>
          <Typography variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
            {person.email}
          </Typography>
        </Flex>
        <States person={person} />
      </Flex>
      <Flex tag="dl" gap={5} wrap="wrap" alignItems="flex-start">
        <Fact name="上次登录">{person.lastLoginAt ? `${shownMinute(person.lastLoginAt)}（${person.lastLoginIp ?? ''}）` : '从未登录'}</Fact>
        <Fact name="双因素">{SECOND_FACTOR[person.secondFactor]}</Fact>
        <Fact name="密码">{passwordOf(person)}</Fact>
        <Fact name="在线">{person.sessions.length === 0 ? '没有' : person.sessions.map((session) => `${shownAgent(session.agent)} ${session.ip}`).join('；')}</Fact>
      </Flex>
      {doingsFor(person).length > 0 && (
        <Flex gap={2} wrap="wrap">
          {doingsFor(person).map((doing) => (
            <Button key={doing} size="S" variant={doing === 'deactivate' ? 'danger-light' : 'tertiary'} onClick={() => onDo(doing)}>
              {LABELS[doing]}
            </Button>
          ))}
        </Flex>
      )}
    </Flex>
  </Box>
);
