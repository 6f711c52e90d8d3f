import { Button, Checkbox, Field, Flex, Modal, Textarea, TextInput, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { FaultNotice } from '../../../../review/admin/src/panel/fault-notice';
import { useRequest } from '../gate/use-request';
import type { Link, PersonLine, RoleChoice } from '../requests';
import { send } from '../requests';
import type { Doing } from './person-card';
import { LABELS } from './person-card';

/** What the person should know before it is done. */
const BEFORE: Record<Doing, string> = {
  unlock: '解锁后可以立即再登录。请先确认是本人输错，而不是有人在试密码。',
  revoke: '这个账号会立即退出，须重新登录。',
  'second-factor-reset': '解除验证器和恢复码，并让账号退出；下次登录时须重新绑定。请先当面或电话确认是本人。本人登录时会看到这次重置和理由。',
  roles: '三员（系统、安全、审计管理员）不能互相兼任，也不能有审核的角色。更改后账号会立即退出。',
  link: '生成一个链接，本人打开后自己设置密码，24 小时内有效，只能用一次。请当面或通过单位内部渠道交给本人。',
  activate: '启用后可以用原来的密码登录。',
  deactivate: '立即退出，不能再登录。账号和办理记录保留，以后可以再启用。',
  rename: '姓名出现在以后的办理记录里；已有的记录不变。',
};

const SHORTEST_REASON = 2;

interface Props {
  person: PersonLine;
  doing: Doing;
  roles: RoleChoice[];
  onCancel(): void;
  onDone(link: Link | null): void;
}

const RoleBoxes = ({ roles, chosen, onChange }: { roles: RoleChoice[]; chosen: string[]; onChange(roles: string[]): void }) => (
  <Flex direction="column" alignItems="flex-start" gap={2} role="group" aria-label="角色">
    {roles.map(({ code, name }) => (
      <Checkbox key={code} checked={chosen.includes(code)} onCheckedChange={(checked) => onChange(checked === true ? [...chosen, code] : chosen.filter((role) => role !== code))}>
        {name}
      </Checkbox>
    ))}
  </Flex>
);

/** Asks for the reason (and the roles, or the name) of what is done for somebody else's account. */
export const PersonDialog = ({ person, doing, roles, onCancel, onDone }: Props) => {
  const [reason, setReason] = useState('');
  const [name, setName] = useState(person.name);
  const [chosen, setChosen] = useState(person.roles.map(({ code }) => code));
  const { busy, fault, run } = useRequest();
  const ready = doing === 'rename' ? name.trim() !== '' : reason.trim().length >= SHORTEST_REASON;
  const confirm = () =>
    void run(
      () => send<Partial<Link>>(`people/${person.id}/${doing}`, { reason, ...(doing === 'roles' ? { roles: chosen } : {}), ...(doing === 'rename' ? { name } : {}) }),
      ({ path, until }) => onDone(path && until ? { path, until } : null),
    );
  return (
    <Modal.Root open onOpenChange={(open) => !open && !busy && onCancel()}>
      <Modal.Content>
        <Modal.Header closeLabel="关闭">
          <Modal.Title>
            {LABELS[doing]}：{person.name}
          </Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography>{BEFORE[doing]}</Typography>
            {doing === 'roles' && <RoleBoxes roles={roles} chosen={chosen} onChange={setChosen} />}
            {doing === 'rename' ? (
              <Field.Root name="name" id="accounts-name" required>
                <Field.Label>姓名</Field.Label>
                <TextInput value={name} onChange={(event) => setName(event.currentTarget.value)} />
              </Field.Root>
            ) : (
              <Field.Root name="reason" id="accounts-reason" required hint="记入审计记录，至少两个字。">
                <Field.Label>理由</Field.Label>
                <Textarea value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
                <Field.Hint />
              </Field.Root>
            )}
            {fault && <FaultNotice fault={fault} onRefresh={() => window.location.reload()} />}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onCancel} disabled={busy}>
            取消
          </Button>
          <Button variant={doing === 'deactivate' || doing === 'revoke' ? 'danger' : 'default'} disabled={!ready} loading={busy} onClick={confirm}>
            {doing === 'link' ? '生成链接' : doing === 'roles' ? '更改角色' : LABELS[doing]}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
