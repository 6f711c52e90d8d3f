import { useNotification } from '@strapi/admin/strapi-admin';
import { useState } from 'react';
import { refusedFindings } from '../../../../checks/admin/src/findings/refused-findings';
import type { Finding } from '../../../../checks/admin/src/requests/answers';
import type { ActRequest, Button, Mark, Panel } from '../requests/answers';
import { useActMutation } from '../requests/api';
import type { Fault } from '../requests/fault';
import { faultOf } from '../requests/fault';

interface Given {
  documentId: string;
  /** Version of what is on the screen. */
  version: number;
  marks: Mark[];
  onDone(after: Panel): void;
  /** Somebody else was first: what is on the screen is read anew. */
  onOvertaken(): void;
}

/** Asks for and does one command; a refusal leaves everything that was typed where it is. */
export const useDecide = ({ documentId, version, marks, onDone, onOvertaken }: Given) => {
  const [act, { isLoading }] = useActMutation();
  const { toggleNotification } = useNotification();
  const [asked, setAsked] = useState<Button | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [found, setFound] = useState<Finding[]>([]);

  const perform = async (choice: Button, input: ActRequest['input']) => {
    setFault(null);
    const more = { ...(choice.kind ? { kind: choice.kind } : {}), ...(choice.action === 'return' && marks.length > 0 ? { marks } : {}) };
    const answer = await act({ documentId, action: choice.action, version, input: { ...input, ...more } });
    if ('error' in answer) {
      const refusal = faultOf(answer.error);
      setFault(refusal);
      // Held up by the checks: the dialog stays and asks for the reasons.
      setFound(refusedFindings(answer.error) ?? []);
      if (!refusal.overtaken) return;
      setAsked(null);
      onOvertaken();
      return;
    }
    setAsked(null);
    toggleNotification({ type: 'success', message: `「${choice.label}」已办理，现在是「${answer.data.stateLabel}」。` });
    onDone(answer.data);
  };
  return {
    asked,
    fault,
    found,
    busy: isLoading,
    ask: (choice: Button | undefined) => {
      if (!choice) return;
      setFault(null);
      setFound([]);
      setAsked(choice);
    },
    cancel: () => setAsked(null),
    clearFault: () => setFault(null),
    perform,
  };
};
