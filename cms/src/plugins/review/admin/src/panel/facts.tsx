import { Box, Flex, Typography } from '@strapi/design-system';
import type { Panel } from '../requests/answers';
import { shownMinute } from '../times';

const SHOWN_DIGITS = 12;

const factsOf = ({ indexNumber, live, pinnedUntil, emergency, plans, contentHash, revision }: Panel): [string, string][] =>
  (
    [
      ['索引号', indexNumber],
      ['首次发布', live?.publishedAt ? shownMinute(live.publishedAt) : null],
      ['置顶至', pinnedUntil ? shownMinute(pinnedUntil) : null],
      ['首页顶部', emergency ? (emergency.until ? `显示至 ${shownMinute(emergency.until)}` : '显示中，未定结束时间') : null],
      ['定时下线', plans.takeDownAt ? shownMinute(plans.takeDownAt) : null],
      ['送审版本', revision === null ? null : `第 ${revision} 版`],
      ['内容摘要值', contentHash ? `${contentHash.slice(0, SHOWN_DIGITS)}…` : null],
    ] as [string, string | null][]
  ).filter((fact): fact is [string, string] => fact[1] !== null);

/** What is known by number: printed only where there is something to print. */
export const Facts = ({ panel }: { panel: Panel }) => {
  const facts = factsOf(panel);
  if (facts.length === 0) return null;
  return (
    <Box tag="dl">
      {facts.map(([label, value]) => (
        <Flex key={label} justifyContent="space-between" gap={2} paddingBottom={1}>
          <Typography tag="dt" variant="pi" textColor="neutral600" style={{ whiteSpace: 'nowrap' }}>
            {label}
          </Typography>
          <Typography
            tag="dd"
            variant="pi"
            textColor="neutral800"
            title={label === '内容摘要值' ? (panel.contentHash ?? '') : undefined}
          >
            {value}
          </Typography>
        </Flex>
      ))}
    </Box>
  );
};
