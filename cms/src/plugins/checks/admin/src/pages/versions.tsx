import { Box, Flex, Typography } from '@strapi/design-system';
import { shownMinute } from '../../../../review/admin/src/times';
import type { WordsAnswer } from '../requests/answers';

const countsOf = ({ added, removed }: WordsAnswer['versions'][number]): string =>
  [added > 0 ? `加入 ${added} 条` : '', removed > 0 ? `删除 ${removed} 条` : ''].filter(Boolean).join('，');

/** Who changed the lists when; the words themselves are in the audit. */
export const Versions = ({ versions }: Pick<WordsAnswer, 'versions'>) => (
  <Box background="neutral0" hasRadius shadow="tableShadow" padding={5}>
    <Typography tag="h2" variant="delta">
      版本
    </Typography>
    <Flex tag="ol" direction="column" alignItems="stretch" gap={2} paddingTop={3} aria-label="词表版本，最新的在前">
      {versions.map((version) => (
        <Flex tag="li" key={version.version} gap={3} wrap="wrap">
          <Typography fontWeight="semiBold">第 {version.version} 版</Typography>
          <Typography textColor="neutral600">{shownMinute(version.made_at)}</Typography>
          <Typography>{version.made_by_name}</Typography>
          <Typography textColor="neutral800">{countsOf(version)}</Typography>
          {version.note && <Typography textColor="neutral600">{version.note}</Typography>}
        </Flex>
      ))}
    </Flex>
  </Box>
);
