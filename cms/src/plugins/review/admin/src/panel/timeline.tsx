import { Box, Flex, TextButton, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { HistoryEntry } from '../requests/answers';
import { shownMinute } from '../times';

const SHOWN = 6;

const Entry = ({ entry: { at, actor, label, reason } }: { entry: HistoryEntry }) => (
  <Box tag="li" paddingLeft={3} paddingBottom={3} borderColor="neutral200" borderStyle="solid" borderWidth="0 0 0 2px">
    <Flex justifyContent="space-between" gap={2} alignItems="baseline">
      <Typography fontWeight="semiBold">{label}</Typography>
      <Typography variant="pi" textColor="neutral800">
        {actor}
      </Typography>
    </Flex>
    <Typography tag="time" dateTime={at} variant="pi" textColor="neutral600">
      {shownMinute(at)}
    </Typography>
    {reason && (
      <Typography tag="p" variant="pi" textColor="neutral800" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
        理由：{reason}
      </Typography>
    )}
  </Box>
);

/** Who did what when, newest first. */
export const Timeline = ({ history }: { history: HistoryEntry[] }) => {
  const [unfolded, setUnfolded] = useState(false);
  const newestFirst = [...history].sort((one, other) => other.seq - one.seq);
  const shown = unfolded ? newestFirst : newestFirst.slice(0, SHOWN);
  return (
    <Box>
      <Typography tag="h3" variant="sigma" textColor="neutral600">
        办理记录
      </Typography>
      <Box tag="ol" paddingTop={2} aria-label="办理记录，最新的在前">
        {shown.map((entry) => (
          <Entry key={entry.seq} entry={entry} />
        ))}
      </Box>
      {history.length > SHOWN && (
        <TextButton onClick={() => setUnfolded(!unfolded)} aria-expanded={unfolded}>
          {unfolded ? '收起' : `展开其余 ${history.length - SHOWN} 条`}
        </TextButton>
      )}
    </Box>
  );
};
