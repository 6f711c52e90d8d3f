import { Box, Flex, Loader, Typography } from '@strapi/design-system';
import { useEffectsQuery } from '../requests/rules';
import type { EffectsQuestion } from '../requests/rules-answers';
import { faultOf } from '../requests/fault';
import { Notice } from './notice';

/** What a command will change in public, computed by the server, before it is done. */
export const EffectsList = (question: EffectsQuestion) => {
  const { data: effects, error, isLoading } = useEffectsQuery(question, { refetchOnMountOrArgChange: true });
  if (isLoading) return <Loader small>正在计算影响范围</Loader>;
  if (error) return <Notice tone="warning" title="影响范围没有算出来">{faultOf(error).message}</Notice>;
  if (!effects || effects.length === 0) return null;
  return (
    <Box background="neutral100" hasRadius padding={4} role="status">
      <Typography tag="h3" variant="omega" fontWeight="bold">
        办理后，公众看到的会这样改变
      </Typography>
      <Flex tag="dl" direction="column" alignItems="stretch" gap={2} paddingTop={2}>
        {effects.map(({ area, text }) => (
          <Flex key={`${area} ${text}`} alignItems="flex-start" gap={3}>
            <Typography tag="dt" variant="pi" fontWeight="bold" textColor="neutral600" style={{ flex: '0 0 4.5em' }}>
              {area}
            </Typography>
            <Typography tag="dd" variant="pi" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
              {text}
            </Typography>
          </Flex>
        ))}
      </Flex>
    </Box>
  );
};
