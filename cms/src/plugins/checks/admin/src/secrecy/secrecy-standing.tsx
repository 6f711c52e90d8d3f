import { Button, Modal, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { FaultNotice } from '../../../../review/admin/src/panel/fault-notice';
import { Notice } from '../../../../review/admin/src/panel/notice';
import { faultOf } from '../../../../review/admin/src/requests/fault';
import { shownMinute } from '../../../../review/admin/src/times';
import { useReviewSecrecyMutation, useSecrecyQuery } from '../requests/api';
import type { SecrecyAnswer, SecrecyRecord } from '../requests/answers';
import { EMPTY_SECRECY, secrecyOf, SecrecyQuestion } from './secrecy-question';

const described = ({ byName, at, basis, note }: SecrecyRecord): string => `${byName}，${shownMinute(at)}\n依据：${basis}${note ? `\n备注：${note}` : ''}`;

const Dialog = ({ documentId, standing, onClose }: { documentId: string; standing: SecrecyAnswer; onClose(): void }) => {
  const [value, setValue] = useState(EMPTY_SECRECY);
  const [review, { error, isLoading }] = useReviewSecrecyMutation();
  const input = secrecyOf(value);
  const confirm = async () => {
    if (!input) return;
    const answer = await review({ documentId, contentHash: standing.contentHash, input });
    if (!('error' in answer)) onClose();
  };
  return (
    <Modal.Root open onOpenChange={(open: boolean) => !open && !isLoading && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel="关闭">
          <Modal.Title>保密审查</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <SecrecyQuestion value={value} onChange={setValue} />
          {error && <FaultNotice fault={faultOf(error)} onRefresh={() => window.location.reload()} />}
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose} disabled={isLoading}>
            取消
          </Button>
          <Button disabled={input === null} loading={isLoading} onClick={() => void confirm()}>
            记录审查结果
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};

/** Whether this content has been looked at, by whom and with which result; and the way to do it for those who may. */
export const SecrecyStanding = ({ documentId }: { documentId: string }) => {
  const { data: standing, error } = useSecrecyQuery(documentId, { refetchOnMountOrArgChange: true });
  const [open, setOpen] = useState(false);
  if (error) return <FaultNotice fault={faultOf(error)} onRefresh={() => window.location.reload()} />;
  if (!standing || (!standing.required && !standing.record)) return null;
  const { record } = standing;
  return (
    <>
      {record && (
        <Notice tone={record.result === 'publishable' ? 'success' : 'danger'} title={`保密审查：${record.result === 'publishable' ? '可以公开' : '不予公开'}`}>
          {described(record)}
        </Notice>
      )}
      {!record && (
        <Notice tone="warning" title="还没有保密审查">
          没有保密审查不能发布。副站长初审时一并办理，或由站长、副站长单独办理。
        </Notice>
      )}
      {standing.mayReview && (
        <Button variant="tertiary" onClick={() => setOpen(true)} fullWidth>
          {record ? '重新做保密审查' : '做保密审查'}
        </Button>
      )}
      {standing.earlier.length > 0 && (
        <Typography variant="pi" textColor="neutral600">
          此前版本有 {standing.earlier.length} 次审查记录，见审计记录。
        </Typography>
      )}
      {open && <Dialog documentId={documentId} standing={standing} onClose={() => setOpen(false)} />}
    </>
  );
};
