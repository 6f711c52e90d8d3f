import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { refusedFindings } from '../../../../checks/admin/src/findings/refused-findings';
import type { Finding } from '../../../../checks/admin/src/requests/answers';
import type { ActRequest, Button as ButtonChoice, Panel } from '../requests/answers';
import { useActMutation } from '../requests/api';
import type { Fault } from '../requests/fault';
import { faultOf } from '../requests/fault';
import { ActionDialog } from './action-dialog';
import { FaultNotice } from './fault-notice';
import { useAfterCommand } from './use-reload';

const VARIANTS = { success: 'success', danger: 'danger-light', secondary: 'tertiary' } as const;

const keyOf = ({ action, kind }: ButtonChoice): string => `${action}:${kind ?? ''}`;

/** Pressed through without a question: nothing is to be filled in, and the next person can undo it. */
const goesAtOnce = ({ needs, variant }: ButtonChoice): boolean => needs === 'none' && variant !== 'danger';

interface Props {
  panel: Panel;
  version: number;
  /** The form holds what nobody has saved yet. */
  unsaved: boolean;
  /** Form and panel are being read: what stands there may be from an earlier visit. */
  reading: boolean;
}

/** The buttons this person may press now, each with the question it needs. */
export const ActionButtons = ({ panel, version, unsaved, reading }: Props) => {
  const [act, { isLoading }] = useActMutation();
  const afterCommand = useAfterCommand();
  const [asked, setAsked] = useState<ButtonChoice | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [found, setFound] = useState<Finding[]>([]);

  const perform = async (choice: ButtonChoice, input: ActRequest['input']) => {
    setFault(null);
    const kind = choice.kind ? { kind: choice.kind } : {};
    const answer = await act({ documentId: panel.documentId, action: choice.action, version, input: { ...input, ...kind } });
    if ('error' in answer) {
      const findings = refusedFindings(answer.error);
      setFound(findings ?? []);
      // Pressed at once and held up by the checks: now there is something to ask.
      if (findings) setAsked(choice);
      setFault(faultOf(answer.error));
      return;
    }
    setAsked(null);
    afterCommand(panel, answer.data, `「${choice.label}」已办理，现在是「${answer.data.stateLabel}」。`);
  };
  const open = (choice: ButtonChoice) => {
    setFault(null);
    setFound([]);
    if (goesAtOnce(choice)) void perform(choice, {});
    else setAsked(choice);
  };

  if (panel.actions.length === 0) {
    return (
      <Typography variant="pi" textColor="neutral600">
        现在没有需要您办理的。
      </Typography>
    );
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      {unsaved && (
        <Typography variant="pi" textColor="warning700" role="status">
          有未保存的修改。请先保存，再办理。
        </Typography>
      )}
      {fault && !asked && <FaultNotice fault={fault} onRefresh={() => window.location.reload()} />}
      {panel.actions.map((choice) => (
        <Button
          key={keyOf(choice)}
          variant={VARIANTS[choice.variant]}
          disabled={unsaved || reading || isLoading}
          loading={isLoading && asked === null && goesAtOnce(choice)}
          onClick={() => open(choice)}
          fullWidth
        >
          {choice.label}
        </Button>
      ))}
      {asked && (
        <ActionDialog
          key={keyOf(asked)}
          panel={panel}
          choice={asked}
          found={found}
          fault={fault}
          busy={isLoading}
          onCancel={() => setAsked(null)}
          onConfirm={(input) => void perform(asked, input)}
        />
      )}
    </Flex>
  );
};
