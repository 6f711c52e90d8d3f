import { Button, Field, Flex, Modal, TextInput, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { FaultNotice } from '../../../../review/admin/src/panel/fault-notice';
import { useRequest } from '../gate/use-request';
import type { Link } from '../requests';
import { send } from '../requests';

/** A new account: name and e-mail. Roles come from the security administrator, the password from its owner. */
export const CreateDialog = ({ onCancel, onDone }: { onCancel(): void; onDone(link: Link): void }) => {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const { busy, fault, run } = useRequest();
  return (
    <Modal.Root open onOpenChange={(open) => !open && !busy && onCancel()}>
      <Modal.Content>
        <Modal.Header closeLabel="关闭">
          <Modal.Title>新建账号</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography>新账号没有角色，由安全管理员授予；密码由本人用一次性链接设置。信息上传员还要在「所属部门」登记部门。</Typography>
            <Field.Root name="name" id="accounts-new-name" required>
              <Field.Label>姓名</Field.Label>
              <TextInput value={name} autoFocus onChange={(event) => setName(event.currentTarget.value)} />
            </Field.Root>
            <Field.Root name="email" id="accounts-new-email" required hint="用来登录，建好后不能更改。">
              <Field.Label>邮箱</Field.Label>
              <TextInput type="email" value={email} onChange={(event) => setEmail(event.currentTarget.value)} />
              <Field.Hint />
            </Field.Root>
            {fault && <FaultNotice fault={fault} onRefresh={() => window.location.reload()} />}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onCancel} disabled={busy}>
            取消
          </Button>
          <Button loading={busy} disabled={name.trim() === '' || email.trim() === ''} onClick={() => void run(() => send<Link>('people', { name, email }), onDone)}>
            新建
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
