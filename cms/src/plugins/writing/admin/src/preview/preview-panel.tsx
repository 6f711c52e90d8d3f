import { useForm } from '@strapi/admin/strapi-admin';
import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { Eye } from '@strapi/icons';
import { useState } from 'react';
import { EDITABLE } from '../../../../review/server/src/decisions/states';
import { DOCUMENT } from '../../../../review/admin/src/content-manager/document-type';
import { usePanelQuery } from '../../../../review/admin/src/requests/api';
import { Notice } from '../../../../review/admin/src/panel/notice';
import { PreviewFrame } from './preview-frame';

/** What is being decided about: the draft while it may be written, the submitted revision afterwards. */
const usePreviewed = (documentId: string): number | 'draft' => {
  const { data: panel } = usePanelQuery(documentId);
  return !panel || EDITABLE.includes(panel.state) || panel.revision === null ? 'draft' : panel.revision;
};

const PreviewButton = ({ documentId }: { documentId: string }) => {
  const [open, setOpen] = useState(false);
  const modified = useForm('Preview', (form) => form.modified);
  const revision = usePreviewed(documentId);
  const title = revision === 'draft' ? '预览：已保存的草稿' : `预览：送审的第 ${revision} 版`;
  return (
    <>
      <Button fullWidth variant="secondary" startIcon={<Eye />} onClick={() => setOpen(true)}>
        预览
      </Button>
      {open && (
        <Modal.Root open onOpenChange={setOpen}>
          <Modal.Content style={{ width: '96vw', maxWidth: '136rem', maxHeight: '96vh' }}>
            <Modal.Header closeLabel="关闭">
              <Modal.Title>{title}</Modal.Title>
            </Modal.Header>
            <Modal.Body>
              <Flex direction="column" alignItems="stretch" gap={3}>
                {modified && (
                  <Notice tone="warning" title="有未保存的修改">
                    预览的是已保存的内容。保存后再预览，才看得到刚才的修改。
                  </Notice>
                )}
                <PreviewFrame documentId={documentId} revision={revision} height={Math.max(360, window.innerHeight - 260)} />
              </Flex>
            </Modal.Body>
          </Modal.Content>
        </Modal.Root>
      )}
    </>
  );
};

/** 预览 in the side panel of a document. */
export const PreviewPanel: PanelComponent = ({ model, documentId }) => {
  if (model !== DOCUMENT) return null;
  return {
    title: '预览',
    content: documentId ? (
      <PreviewButton documentId={documentId} />
    ) : (
      <Typography textColor="neutral600">保存草稿后，可以预览页面。</Typography>
    ),
  };
};
