import { useForm } from '@strapi/admin/strapi-admin';
import { Box, Flex, Loader } from '@strapi/design-system';
import { faultOf } from '../requests/fault';
import { OpenMarks } from '../marks/open-marks';
import { ActionButtons } from './action-buttons';
import { Elsewhere } from './elsewhere';
import { Facts } from './facts';
import { FaultNotice } from './fault-notice';
import { LiveState } from './live-state';
import { Notice } from './notice';
import { Standing } from './standing';
import { Timeline } from './timeline';
import { useOvertaken } from './use-overtaken';
import { useDoneMessage } from './use-reload';
import { useReview } from './use-review';

interface Props {
  documentId: string;
  /** Version of the text in the form; null where this person may not read it. */
  seenVersion: number | null;
}

export const PanelContent = ({ documentId, seenVersion }: Props) => {
  const { panel, error, isLoading, answeredAt, refetch } = useReview(documentId);
  const modified = useForm('ReviewPanel', (form) => form.modified);
  const overtaken = useOvertaken({ documentId, seen: seenVersion, panel, answeredAt, failed: error !== undefined, unsaved: modified });
  useDoneMessage();
  if (isLoading) return <Loader small>正在读取审核状态</Loader>;
  if (!panel) return <FaultNotice fault={faultOf(error)} onRefresh={refetch} />;
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      <Standing panel={panel} />
      <LiveState panel={panel} onRefresh={refetch} />
      <OpenMarks documentId={documentId} />
      {overtaken === 'overtaken' ? (
        <Notice tone="warning" title="页面内容已过时" action={{ label: '刷新', onClick: () => window.location.reload() }}>
          打开之后有人处理过这条信息。请刷新，看过最新内容再办理。
        </Notice>
      ) : (
        <ActionButtons panel={panel} version={seenVersion ?? panel.version} unsaved={modified} reading={overtaken === 'reading'} />
      )}
      <Box borderColor="neutral150" borderStyle="solid" borderWidth="1px 0 0 0" />
      <Facts panel={panel} />
      <Elsewhere documentId={documentId} submitted={panel.revision !== null} />
      <Timeline history={panel.history} />
    </Flex>
  );
};
