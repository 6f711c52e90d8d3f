import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { editAddress } from '../content-manager/document-type';
import type { Names } from '../names';
import type { HomeGroup, HomeItem } from '../requests/desk-answers';
import { StateBadge } from '../state-badge';
import { shownMinute, waited } from '../times';
import { Card, Line, Nothing } from './card';

interface Shared {
  names: { column: Names; department: Names };
  now: number;
  /** Before the time it has been so: 「已等」, 「已放」. */
  since: string;
  /** Whether the items stand in different states. */
  states?: boolean;
}

const Item = ({ item, names, now, since, states = false }: Shared & { item: HomeItem }) => (
  <Line>
    <Box minWidth={0}>
      <Link tag={NavLink} to={editAddress(item.documentId)} style={{ overflowWrap: 'anywhere' }}>
        {item.title}
      </Link>
      <Flex gap={2} wrap="wrap" paddingTop={1}>
        {states && <StateBadge state={item.state} size="XS" />}
        {[names.column(item.column), names.department(item.department), item.by ?? ''].filter(Boolean).map((fact, index) => (
          <Typography key={index} variant="pi" textColor="neutral600">
            {fact}
          </Typography>
        ))}
      </Flex>
      {item.reason && (
        <Typography tag="p" variant="pi" textColor="warning700" style={{ overflowWrap: 'anywhere' }}>
          退回理由：{item.reason}
        </Typography>
      )}
    </Box>
    <Typography tag="time" dateTime={item.since} title={shownMinute(item.since)} variant="pi" textColor="neutral800" style={{ whiteSpace: 'nowrap' }}>
      {since}
      {waited(item.since, now)}
    </Typography>
  </Line>
);

interface Props extends Shared {
  group: HomeGroup;
  title?: string;
  empty: string;
  more: { to: string; label: string };
}

/** Documents that wait, oldest first. */
export const DocumentsCard = ({ group, title, empty, more, ...shared }: Props) => (
  <Card id={group.state} title={title ?? group.label} count={group.count} remark={group.count > 1 ? '等得最久的在前' : undefined} more={group.count > 0 ? more : undefined}>
    {group.items.length === 0 ? (
      <Nothing>{empty}</Nothing>
    ) : (
      <Box tag="ul">
        {group.items.map((item) => (
          <Item key={item.documentId} item={item} {...shared} />
        ))}
      </Box>
    )}
  </Card>
);
