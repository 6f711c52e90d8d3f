import { ActionDialog } from '../panel/action-dialog';
import type { ActRequest } from '../requests/answers';
import type { Fault } from '../requests/fault';
import { Typography } from '@strapi/design-system';

interface Props {
  revision: number;
  /** The document is public: restoring begins a correction, which asks for its reason. */
  released: boolean;
  busy: boolean;
  fault: Fault | null;
  onCancel(): void;
  onConfirm(input: ActRequest['input']): void;
}

/** Asks before the draft is written over; in the terms of the correction where it begins one. */
export const RestoreDialog = ({ revision, released, ...dialog }: Props) => (
  <ActionDialog
    choice={{
      action: released ? 'correct' : 'submit',
      kind: null,
      label: released ? `更正，用第 ${revision} 版` : `用第 ${revision} 版恢复草稿`,
      needs: released ? 'correction' : 'none',
      variant: 'success',
    }}
    {...dialog}
  >
    <Typography textColor="neutral800">
      草稿的文字、要素和附件换成第 {revision} 版的；现在草稿里的改动如果没有送审过，会丢失。栏目和部门不变。恢复后还要送审，什么也不会直接公开。
    </Typography>
  </ActionDialog>
);
