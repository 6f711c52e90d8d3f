import { Flex, Link } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { editAddress } from '../content-manager/document-type';
import { Notice } from '../panel/notice';
import { useAlarmsQuery } from '../requests/rules';
import { shownMinute } from '../times';

const POLL_MS = 60_000;

/**
 * What is late or went wrong, until it is put right. Pages that failed are listed by the inbox itself.
 * @param watching asked again every minute; where nobody need sit, it is not: that would keep a session alive
 */
export const StandingAlarms = ({ watching = false }: { watching?: boolean }) => {
  const { data = [] } = useAlarmsQuery(undefined, { pollingInterval: watching ? POLL_MS : 0, refetchOnMountOrArgChange: true });
  const alarms = data.filter(({ kind }) => kind !== 'set-aside');
  if (alarms.length === 0) return null;
  return (
    <Flex tag="section" direction="column" alignItems="stretch" gap={3} paddingBottom={5} aria-label="报警">
      {alarms.map(({ kind, label, documentId, title, reason, dueAt, overdue, by }) => (
        <Notice
          key={`${kind} ${documentId}`}
          tone={overdue ? 'danger' : 'warning'}
          title={`${label}${dueAt ? `：${shownMinute(dueAt)}${overdue ? '，已超时' : '前'}` : ''}`}
        >
          <Link tag={NavLink} to={editAddress(documentId)}>
            {title}
          </Link>
          {`\n${[by ? `经办：${by}` : '', reason].filter(Boolean).join('　')}`}
        </Notice>
      ))}
    </Flex>
  );
};
