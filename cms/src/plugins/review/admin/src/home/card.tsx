import { Badge, Box, Flex, Link, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router-dom';

interface Props {
  id: string;
  title: string;
  count?: number;
  remark?: string;
  /** Where all of it is. */
  more?: { to: string; label: string };
  children: ReactNode;
}

/** One part of the home page. */
export const Card = ({ id, title, count, remark, more, children }: Props) => (
  <Box tag="section" aria-labelledby={`home-${id}`} background="neutral0" hasRadius shadow="tableShadow" minWidth={0}>
    <Flex justifyContent="space-between" gap={3} padding={4} wrap="wrap">
      <Flex gap={2} alignItems="baseline" wrap="wrap">
        <Typography id={`home-${id}`} tag="h2" variant="delta">
          {title}
        </Typography>
        {count !== undefined && <Badge>{count}</Badge>}
        {remark && (
          <Typography variant="pi" textColor="neutral600">
            {remark}
          </Typography>
        )}
      </Flex>
      {more && (
        <Link tag={NavLink} to={more.to}>
          {more.label}
        </Link>
      )}
    </Flex>
    {children}
  </Box>
);

export const Nothing = ({ children }: { children: ReactNode }) => (
  <Box paddingLeft={4} paddingRight={4} paddingBottom={5}>
    <Typography textColor="neutral600">{children}</Typography>
  </Box>
);

/** A line of a list inside a card. */
export const Line = ({ children }: { children: ReactNode }) => (
  <Flex tag="li" justifyContent="space-between" alignItems="flex-start" gap={4} padding={4} borderColor="neutral150" borderStyle="solid" borderWidth="1px 0 0 0">
    {children}
  </Flex>
);
