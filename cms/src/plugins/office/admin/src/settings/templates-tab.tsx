import { useNotification } from '@strapi/admin/strapi-admin';
import { Box, Button, Flex, Modal, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useState } from 'react';
import { FaultNotice } from '../../../../review/admin/src/panel/fault-notice';
import { useColumnsQuery } from '../../../../review/admin/src/requests/api';
import { faultOf } from '../../../../review/admin/src/requests/fault';
import { ChoiceField, LongField, TextField } from '../form-fields';
import type { Template } from '../requests/answers';
import { useDropTemplateMutation, useKeepTemplateMutation, useTemplatesQuery } from '../requests/api';

type Draft = Omit<Template, 'id'> & { id: string | null };

const EMPTY: Draft = { id: null, name: '', column: '', titlePattern: '', body: '', version: 0 };

const TemplateDialog = ({ start, onClose }: { start: Draft; onClose(): void }) => {
  const [draft, setDraft] = useState(start);
  const { data: columns = [] } = useColumnsQuery();
  const [keep, { error, isLoading }] = useKeepTemplateMutation();
  const [drop, { error: dropError }] = useDropTemplateMutation();
  const { toggleNotification } = useNotification();
  const set = (part: Partial<Draft>) => setDraft((known) => ({ ...known, ...part }));
  const fault = error ?? dropError;
  const save = async () => {
    const { id, ...data } = draft;
    const answer = await keep({ id, data });
    if ('error' in answer) return;
    toggleNotification({ type: 'success', message: '模板已保存' });
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
          <Modal.Title>文稿模板</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Flex gap={4} wrap="wrap" alignItems="flex-start">
              <TextField name="name" label="模板名称" required value={draft.name} onChange={(name) => set({ name })} />
              <ChoiceField name="column" label="用于栏目" none="所有栏目" words={Object.fromEntries(columns.map(({ code, name }) => [code, name]))} value={draft.column} onChange={(column) => set({ column })} />
              <TextField name="titlePattern" label="标题样式" hint="例如 关于××的公告" basis="100%" value={draft.titlePattern} onChange={(titlePattern) => set({ titlePattern })} />
              <LongField name="body" label="正文（HTML）" hint="保存时按正文的规则清理" value={draft.body} onChange={(body) => set({ body })} />
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

/** 文稿模板: what drafts begin with. */
export const TemplatesTab = () => {
  const { data, error, refetch } = useTemplatesQuery(undefined, { refetchOnMountOrArgChange: true });
  const { data: columns = [] } = useColumnsQuery();
  const [draft, setDraft] = useState<Draft | null>(null);
  if (!data) return error ? <FaultNotice fault={faultOf(error)} onRefresh={() => void refetch()} /> : null;
  const nameOf = (code: string) => (code === '' ? '所有栏目' : (columns.find((column) => column.code === code)?.name ?? code));
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Box background="neutral0" hasRadius shadow="tableShadow">
        {data.templates.length === 0 ? (
          <Box padding={8}>
            <Typography textColor="neutral600">还没有模板。有了模板，起草时可以在页面右侧「用模板」。</Typography>
          </Box>
        ) : (
          <Box tag="ul">
            {data.templates.map((template) => (
              <Flex tag="li" key={template.id} justifyContent="space-between" gap={3} wrap="wrap" padding={4} borderColor="neutral150" borderStyle="solid" borderWidth="1px 0 0 0">
                <Box>
                  <Typography textColor="neutral800" fontWeight="bold">
                    {template.name}
                  </Typography>
                  <Typography tag="p" variant="pi" textColor="neutral600">
                    {[nameOf(template.column), template.titlePattern].filter(Boolean).join('，')}
                  </Typography>
                </Box>
                {data.mayKeep && (
                  <Button variant="tertiary" onClick={() => setDraft(template)}>
                    修改
                  </Button>
                )}
              </Flex>
            ))}
          </Box>
        )}
      </Box>
      {data.mayKeep && (
        <Box>
          <Button startIcon={<Plus />} onClick={() => setDraft(EMPTY)}>
            新的模板
          </Button>
        </Box>
      )}
      {draft && <TemplateDialog start={draft} onClose={() => setDraft(null)} />}
    </Flex>
  );
};
