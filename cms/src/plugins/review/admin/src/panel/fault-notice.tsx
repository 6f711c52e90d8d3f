import type { Fault } from '../requests/fault';
import { Notice } from './notice';

/** A refusal in the server's own words, with its hint; a refresh where that is the next step. */
export const FaultNotice = ({ fault, onRefresh }: { fault: Fault; onRefresh(): void }) => (
  <Notice
    tone="danger"
    title={fault.message}
    {...(fault.overtaken || fault.hint.includes('刷新') ? { action: { label: '刷新', onClick: onRefresh } } : {})}
  >
    {fault.hint}
  </Notice>
);
