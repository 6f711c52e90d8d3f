import { Layouts, Page, useNotification } from '@strapi/admin/strapi-admin';
import { Box, Button, Checkbox, Flex, Main, Searchbar, SearchForm, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useState } from 'react';
import { FaultNotice } from '../../../../review/admin/src/panel/fault-notice';
import type { Link, People, PersonLine } from '../requests';
import { CreateDialog } from './create-dialog';
import { LinkDialog } from './link-dialog';
import type { Doing } from './person-card';
import { LABELS, PersonCard } from './person-card';
import { PersonDialog } from './person-dialog';
import { useLoaded } from './use-loaded';

const SHOWN_AT_ONCE = 50;

const needsLook = (person: PersonLine): boolean =>
  person.lockedUntil !== null || person.secondFactor === 'missing' || (person.passwordDaysLeft ?? 0) < 0 || (person.active && person.roles.length === 0 && !person.breakGlass);

const matching = (people: PersonLine[], words: string, onlyOpen: boolean): PersonLine[] => {
  const sought = words.trim().toLowerCase();
  return people.filter(
    (person) => (!onlyOpen || needsLook(person)) && [person.name, person.email, ...person.roles.map(({ name }) => name)].some((text) => text.toLowerCase().includes(sought)),
  );
};

const Empty = ({ children }: { children: string }) => (
  <Box background="neutral0" hasRadius shadow="tableShadow" padding={8}>
    <Typography textColor="neutral600">{children}</Typography>
  </Box>
);

const Accounts = () => {
  const { data, fault, reload } = useLoaded<People>('people');
  const [words, setWords] = useState('');
  const [onlyOpen, setOnlyOpen] = useState(false);
  const [doing, setDoing] = useState<{ person: PersonLine; what: Doing } | null>(null);
  const [creating, setCreating] = useState(false);
  const [link, setLink] = useState<Link | null>(null);
  const [most, setMost] = useState(SHOWN_AT_ONCE);
  const { toggleNotification } = useNotification();
  const found = matching(data?.people ?? [], words, onlyOpen);
  const done = (given: Link | null) => {
    if (doing && !given) toggleNotification({ type: 'success', message: `「${LABELS[doing.what]}」已办理：${doing.person.name}` });
    setDoing(null);
    setCreating(false);
    setLink(given);
    reload();
  };
  return (
    <Main>
      <Page.Title>账号</Page.Title>
      <Layouts.Header
        title="账号"
        subtitle="系统管理员建立和停用账号，安全管理员授予角色、解锁、重置双因素"
        primaryAction={
          data?.mayCreate ? (
            <Button startIcon={<Plus />} onClick={() => setCreating(true)}>
              新建账号
            </Button>
          ) : null
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Flex gap={4} wrap="wrap" alignItems="center">
            <SearchForm>
              <Searchbar name="accounts-search" value={words} onChange={(event) => setWords(event.currentTarget.value)} onClear={() => setWords('')} clearLabel="清除" placeholder="姓名、邮箱或角色">
                查找账号
              </Searchbar>
            </SearchForm>
            <Checkbox checked={onlyOpen} onCheckedChange={(checked) => setOnlyOpen(checked === true)}>
              只看要处理的（锁定、没绑定双因素、密码到期、没有角色）
            </Checkbox>
          </Flex>
          {fault && <FaultNotice fault={fault} onRefresh={reload} />}
          {!data && !fault && <Page.Loading />}
          {data && found.length === 0 && <Empty>{onlyOpen ? '没有要处理的账号。' : '没有符合条件的账号。'}</Empty>}
          <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
            {found.slice(0, most).map((person) => (
              <PersonCard key={person.id} person={person} onDo={(what) => setDoing({ person, what })} />
            ))}
          </Flex>
          {found.length > most && (
            <Flex justifyContent="center">
              <Button variant="tertiary" onClick={() => setMost(most + SHOWN_AT_ONCE)}>
                还有 {found.length - most} 个
              </Button>
            </Flex>
          )}
        </Flex>
      </Layouts.Content>
      {doing && data && <PersonDialog person={doing.person} doing={doing.what} roles={data.roles} onCancel={() => setDoing(null)} onDone={done} />}
      {creating && <CreateDialog onCancel={() => setCreating(false)} onDone={done} />}
      {link && <LinkDialog link={link} onClose={() => setLink(null)} />}
    </Main>
  );
};

/** 账号: what the system and the security administrator do for others. */
const PeoplePage = () => (
  <Page.Protect permissions={[{ action: 'plugin::accounts.people', subject: null }]}>
    <Accounts />
  </Page.Protect>
);

export default PeoplePage;
