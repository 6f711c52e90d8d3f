import { useNotification } from '@strapi/admin/strapi-admin';
import { Badge, Box, Button, Flex, Modal, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useState } from 'react';
import { FaultNotice } from '../../../../review/admin/src/panel/fault-notice';
import { useDepartmentsQuery } from '../../../../review/admin/src/requests/api';
import { faultOf } from '../../../../review/admin/src/requests/fault';
import { ChoiceField, LongField, TextField } from '../form-fields';
import type { ShownPromise } from '../requests/answers';
import { useDropPromiseMutation, useKeepPromiseMutation, usePromisesQuery } from '../requests/api';

type Draft = Pick<ShownPromise, 'department' | 'measure' | 'name' | 'unit' | 'note' | 'position' | 'version'> & { id: string | null; amount: string };

const EMPTY: Draft = { id: null, department: '', measure: 'items-per-day', name: '', amount: '', unit: '条', note: '', position: 1, version: 0 };

const PromiseDialog = ({ start, measures, onClose }: { start: Draft; measures: Record<string, string>; onClose(): void }) => {
  const [draft, setDraft] = useState(start);
  const { data: departments = [] } = useDepartmentsQuery();
  const [keep, { error, isLoading }] = useKeepPromiseMutation();
  const [drop, { error: dropError }] = useDropPromiseMutation();
  const { toggleNotification } = useNotification();
  const set = (part: Partial<Draft>) => setDraft((known) => ({ ...known, ...part }));
  const fault = error ?? dropError;
  const save = async () => {
    const { id, department, measure, name, amount, unit, note, position, version } = draft;
    const answer = await keep({ id, data: { department, measure, name, amount: Number(amount), unit, note, position, version } });
    if ('error' in answer) return;
    toggleNotification({ type: 'success', message: '承诺已保存' });
    onClose();
  };
  const remove = async () => {
    if (!draft.id) return;
    const answer = await drop(draft.id);
    if (!('error' in answer)) onClose();
  };
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel="关闭">
          <Modal.Title>承诺</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Flex gap={4} wrap="wrap" alignItems="flex-start">
              <TextField name="name" label="名称" required basis="28rem" value={draft.name} onChange={(name) => set({ name })} />
              <ChoiceField name="department" label="由谁承诺" none="全站" words={Object.fromEntries(departments.map(({ code, name }) => [code, name]))} value={draft.department} onChange={(department) => set({ department })} />
              <ChoiceField name="measure" label="按什么算" words={measures} value={draft.measure} onChange={(measure) => set({ measure: measure as Draft['measure'] })} />
              <TextField name="amount" label="数量" required type="number" basis="10rem" value={draft.amount} onChange={(amount) => set({ amount })} />
              <TextField name="unit" label="单位" required basis="10rem" value={draft.unit} onChange={(unit) => set({ unit })} />
              <LongField name="note" label="说明" value={draft.note} onChange={(note) => set({ note })} />
            </Flex>
            {fault && <FaultNotice fault={faultOf(fault)} onRefresh={() => window.location.reload()} />}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          {draft.id ? (
            <Button variant="danger-light" onClick={() => void remove()}>
              删除
            </Button>
          ) : (
            <Button variant="tertiary" onClick={onClose}>
              取消
            </Button>
          )}
          <Button loading={isLoading} onClick={() => void save()}>
            保存
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};

const Item = ({ promise, department, onEdit }: { promise: ShownPromise; department: string; onEdit: (() => void) | null }) => {
  const { reached, amount, unit } = promise;
  return (
    <Flex tag="li" justifyContent="space-between" gap={3} wrap="wrap" padding={4} borderColor="neutral150" borderStyle="solid" borderWidth="1px 0 0 0">
      <Box>
        <Typography textColor="neutral800" fontWeight="bold">
          {department}：{promise.name} {amount} {unit}
        </Typography>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {[promise.measureText, promise.note].filter(Boolean).join('　')}
        </Typography>
      </Box>
      <Flex gap={3}>
        {reached !== null && (
          <Badge backgroundColor={reached >= amount ? 'success100' : 'warning100'} textColor={reached >= amount ? 'success700' : 'warning700'}>
            {promise.measure === 'items-per-month' ? '本月' : '今天'}已公开 {reached} / {amount}
          </Badge>
        )}
        {onEdit && (
          <Button variant="tertiary" onClick={onEdit}>
            修改
          </Button>
        )}
      </Flex>
    </Flex>
  );
};

/** 承诺: what was promised, and how far it is kept where that can be counted. */
export const PromisesTab = () => {
  const { data, error, refetch } = usePromisesQuery(undefined, { refetchOnMountOrArgChange: true });
  const { data: departments = [] } = useDepartmentsQuery();
  const [draft, setDraft] = useState<Draft | null>(null);
  if (!data) return error ? <FaultNotice fault={faultOf(error)} onRefresh={() => void refetch()} /> : null;
  const nameOf = (code: string) => (code === '' ? '全站' : (departments.find((department) => department.code === code)?.name ?? code));
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Box background="neutral0" hasRadius shadow="tableShadow">
        {data.promises.length === 0 ? (
          <Box padding={8}>
            <Typography textColor="neutral600">还没有录入承诺。</Typography>
          </Box>
        ) : (
          <Box tag="ul">
            {data.promises.map((promise) => (
              <Item key={promise.id} promise={promise} department={nameOf(promise.department)} onEdit={data.mayKeep ? () => setDraft({ ...promise, amount: String(promise.amount) }) : null} />
            ))}
          </Box>
        )}
      </Box>
      {data.mayKeep && (
        <Box>
          <Button startIcon={<Plus />} onClick={() => setDraft({ ...EMPTY, position: data.promises.length + 1 })}>
            新的承诺
          </Button>
        </Box>
      )}
      <Typography variant="pi" textColor="neutral600">
        栏目的更新期限由系统管理员在「栏目」里维护。
      </Typography>
      {draft && <PromiseDialog start={draft} measures={data.measures} onClose={() => setDraft(null)} />}
    </Flex>
  );
};
