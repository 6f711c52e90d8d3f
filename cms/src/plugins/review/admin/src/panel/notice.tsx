import { Box, Flex, TextButton, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

const TONES = {
  danger: { background: 'danger100', border: 'danger200', title: 'danger700' },
  warning: { background: 'warning100', border: 'warning200', title: 'warning700' },
  success: { background: 'success100', border: 'success200', title: 'success700' },
  neutral: { background: 'neutral100', border: 'neutral200', title: 'neutral800' },
} as const;

interface Props {
  tone: keyof typeof TONES;
  title: string;
  children?: ReactNode;
  action?: { label: string; onClick(): void };
}

/** A framed remark: what is so, and perhaps one thing to do about it. */
export const Notice = ({ tone, title, children, action }: Props) => {
  const { background, border, title: titleColor } = TONES[tone];
  return (
    <Box
      background={background}
      borderColor={border}
      hasRadius
      padding={3}
      width="100%"
      role={tone === 'danger' ? 'alert' : 'status'}
    >
      <Flex direction="column" alignItems="flex-start" gap={1}>
        <Typography fontWeight="bold" textColor={titleColor}>
          {title}
        </Typography>
        {children && (
          <Typography variant="pi" textColor="neutral800" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
            {children}
          </Typography>
        )}
        {action && <TextButton onClick={action.onClick}>{action.label}</TextButton>}
      </Flex>
    </Box>
  );
};
