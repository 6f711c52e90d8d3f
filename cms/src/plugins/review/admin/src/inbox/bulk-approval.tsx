import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import type { SecrecyInput } from '../../../../checks/admin/src/requests/answers';
import { EMPTY_SECRECY, secrecyOf, SecrecyQuestion } from '../../../../checks/admin/src/secrecy/secrecy-question';
import { ACTIONS } from '../../../server/src/decisions/transitions';
import { decisionAddress } from '../addresses';
import { FaultNotice } from '../panel/fault-notice';
import { Notice } from '../panel/notice';
import type { Fault } from '../requests/fault';
import type { BulkResult, QueueFilter, QueueItem } from '../requests/reviewing-answers';

const Titles = styled.ol`
  max-height: 40vh;
  overflow-y: auto;
  padding-inline-start: 2.4rem;
  list-style: decimal;
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.4rem;
  line-height: 1.8;
  overflow-wrap: anywhere;
`;

interface AskProps {
  items: QueueItem[];
  busy: boolean;
  fault: Fault | null;
  onCancel(): void;
  onConfirm(secrecy: SecrecyInput | null): void;
}

/** Asks once for all of them, by name: what is approved is what stands here. */
export const BulkQuestion = ({ items, busy, fault, onCancel, onConfirm }: AskProps) => {
  const action = items[0]?.approve;
  const label = `${action ? ACTIONS[action] : '通过'} ${items.length} 条`;
  const [answer, setAnswer] = useState(EMPTY_SECRECY);
  // The first review records the secrecy review with it, of each document by itself.
  const asks = action === 'first-approve';
  const secrecy = asks ? secrecyOf(answer) : null;
  return (
    <Modal.Root open onOpenChange={(open) => !open && !busy && onCancel()}>
      <Modal.Content>
        <Modal.Header closeLabel="关闭">
          <Modal.Title>{label}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={3}>
            <Typography textColor="neutral800">这些您都打开看过。逐条办理；有人先办理的、内容变了的会单独告诉您。</Typography>
            <Titles>
              {items.map(({ documentId, title }) => (
                <li key={documentId}>{title}</li>
              ))}
            </Titles>
            {asks && <SecrecyQuestion value={answer} onlyPublishable onChange={setAnswer} />}
            {fault && <FaultNotice fault={fault} onRefresh={onCancel} />}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onCancel} disabled={busy}>
            取消
          </Button>
          <Button variant="success" onClick={() => onConfirm(secrecy)} loading={busy} disabled={asks && !secrecy} autoFocus={!asks}>
            {label}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};

/** What became of each. */
export const BulkResults = ({ results, filter, onClose }: { results: BulkResult[]; filter: QueueFilter; onClose(): void }) => {
  const refused = results.filter((result) => result.outcome === 'refused');
  const done = results.length - refused.length;
  return (
    <Notice tone={refused.length === 0 ? 'success' : 'warning'} title={`办理了 ${done} 条${refused.length > 0 ? `，${refused.length} 条没有办理` : ''}`} action={{ label: '知道了', onClick: onClose }}>
      {refused.length > 0 && (
        <Titles as="ul">
          {refused.map((result) => (
            <li key={result.documentId}>
              <Link to={decisionAddress(result.documentId, filter)}>{result.title ?? result.documentId}</Link>：{result.message}
              {result.hint}
            </li>
          ))}
        </Titles>
      )}
    </Notice>
  );
};
