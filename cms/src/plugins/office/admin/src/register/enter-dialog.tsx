import { useNotification } from '@strapi/admin/strapi-admin';
import { Button, Flex, Modal } from '@strapi/design-system';
import { useState } from 'react';
import { FaultNotice } from '../../../../review/admin/src/panel/fault-notice';
import { useDepartmentsQuery } from '../../../../review/admin/src/requests/api';
import { faultOf } from '../../../../review/admin/src/requests/fault';
import type { Kind } from '../../../server/src/decisions/register';
import type { ShownEntry } from '../requests/answers';
import { useEnterMutation } from '../requests/api';
import { EntryForm } from './entry-form';
import { dataOf, emptyForm, formOf, KINDS } from './words';

interface Props {
  kind: Kind;
  /** Null: a new entry. */
  entry: ShownEntry | null;
  onClose(): void;
}

/** 登记 and 修改. The number is given by the server when it is saved, so that none is ever lost to a form that was closed. */
export const EnterDialog = ({ kind, entry, onClose }: Props) => {
  const { data: departments = [] } = useDepartmentsQuery();
  const first = departments.find(({ own }) => own)?.code ?? '';
  const [form, setForm] = useState(() => (entry ? formOf(entry) : emptyForm('')));
  const [enter, { error, isLoading }] = useEnterMutation();
  const { toggleNotification } = useNotification();
  const filled = { ...form, department: form.department || first };
  const save = async () => {
    const answer = await enter({ id: entry?.id ?? null, data: { ...dataOf(kind, filled), ...(entry ? { version: entry.version } : {}) } });
    if ('error' in answer) return;
    toggleNotification({ type: 'success', message: entry ? `${answer.data.entry.numberText}已保存` : `已登记：${answer.data.entry.numberText}` });
    onClose();
  };
  return (
    <Modal.Root open onOpenChange={(open) => !open && !isLoading && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel="关闭">
          <Modal.Title>{entry ? `修改 ${entry.numberText}` : `登记${KINDS[kind]}`}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <EntryForm kind={kind} form={filled} onChange={(part) => setForm((before) => ({ ...before, ...part }))} disabled={isLoading} />
            {error && <FaultNotice fault={faultOf(error)} onRefresh={() => window.location.reload()} />}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose} disabled={isLoading}>
            取消
          </Button>
          <Button loading={isLoading} onClick={() => void save()}>
            {entry ? '保存' : '登记并编号'}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
