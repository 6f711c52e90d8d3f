import { Flex, Typography } from '@strapi/design-system';
import DocumentLinksInput from '../../../../review/admin/src/fields/document-links-input';
import { FaultNotice } from '../../../../review/admin/src/panel/fault-notice';
import { faultOf } from '../../../../review/admin/src/requests/fault';
import type { ShownEntry } from '../requests/answers';
import { useActOnEntryMutation } from '../requests/api';

/** 关联: what was published from this entry, chosen among what is public. Each choice is a command of its own. */
export const EntryLinks = ({ entry }: { entry: ShownEntry }) => {
  const [act, { error, isLoading }] = useActOnEntryMutation();
  const change = (_name: string, links: string[] | null) => {
    const wanted = links ?? [];
    const added = wanted.find((id) => !entry.links.includes(id));
    const removed = entry.links.find((id) => !wanted.includes(id));
    const publicId = added ?? removed;
    if (publicId) void act({ id: entry.id, act: added ? 'link' : 'unlink', version: entry.version, publicId });
  };
  if (entry.secrecy !== 'none') return <Typography textColor="neutral600">只有非涉密文件可以关联公开信息。</Typography>;
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <DocumentLinksInput
        name="links"
        label="由此公开的信息"
        value={entry.links}
        disabled={isLoading || !entry.mayWrite || entry.voidedAt !== null}
        onChange={change}
      />
      {error && <FaultNotice fault={faultOf(error)} onRefresh={() => window.location.reload()} />}
    </Flex>
  );
};
