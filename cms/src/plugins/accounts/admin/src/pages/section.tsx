import { Box, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

/** A framed part of a page under its heading. */
export const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <Box tag="section" background="neutral0" hasRadius shadow="tableShadow" padding={{ initial: 4, medium: 6 }} aria-label={title}>
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography variant="delta" tag="h2" fontWeight="bold">
        {title}
      </Typography>
      {children}
    </Flex>
  </Box>
);
