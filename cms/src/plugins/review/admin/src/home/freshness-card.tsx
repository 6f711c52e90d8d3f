import { Box, Link, Status, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { listAddress } from '../documents/filter';
import type { AgingColumn, Home } from '../requests/desk-answers';
import { shownDay } from '../times';
import { Card, Line, Nothing } from './card';

const standing = ({ state, daysLeft }: AgingColumn): string => {
  if (state === 'empty') return '没有内容';
  if (state === 'past') return `已超过 ${-(daysLeft ?? 0)} 天`;
  return daysLeft === 0 ? '今天到期' : `还有 ${daysLeft} 天`;
};

const Column = ({ column, links }: { column: AgingColumn; links: boolean }) => (
  <Line>
    <Box minWidth={0}>
      {links ? (
        <Link tag={NavLink} to={listAddress({ column: column.code, by: 'published' })}>
          {column.name}
        </Link>
      ) : (
        <Typography textColor="neutral800">{column.name}</Typography>
      )}
      <Typography tag="p" variant="pi" textColor="neutral600">
        {`时限 ${column.freshWithinDays} 天`}
        {column.newest && `，最近更新 ${shownDay(column.newest)}`}
      </Typography>
    </Box>
    <Status variant={column.state === 'near' ? 'warning' : 'danger'} size="S" width="min-content">
      <Typography tag="span" variant="omega" fontWeight="bold" style={{ whiteSpace: 'nowrap' }}>
        {standing(column)}
      </Typography>
    </Status>
  </Line>
);

/** 栏目更新: columns near their limit or past it, the worst first. */
export const FreshnessCard = ({ freshness, links }: { freshness: NonNullable<Home['freshness']>; links: boolean }) => (
  <Card id="freshness" title="栏目更新" count={freshness.columns.length} remark="接近或超过更新时限的栏目">
    {freshness.columns.length === 0 ? (
      <Nothing>{freshness.limited === 0 ? '没有设定更新时限的栏目。' : `${freshness.limited} 个有时限的栏目都在时限之内。`}</Nothing>
    ) : (
      <Box tag="ul">
        {freshness.columns.map((column) => (
          <Column key={column.code} column={column} links={links} />
        ))}
      </Box>
    )}
  </Card>
);
