import { Box, Flex, Typography } from '@strapi/design-system';
import { Notice } from '../panel/notice';
import type { Verification } from '../requests/answers';

const SHOWN_FAULTS = 50;

/** Number of the first entry that is not as it was sealed; undefined where no entry is named. */
const firstOf = (faults: Verification['faults']): number | undefined =>
  faults.map(({ seq }) => seq).filter((seq): seq is number => seq !== null && seq > 0).sort((a, b) => a - b)[0];

/** What the check of the audit chain found. */
export const ChainVerification = ({ verification: { ok, entries, head, faults } }: { verification: Verification }) => {
  const firstBroken = firstOf(faults);
  return ok ? (
    <Notice tone="success" title={`审计链完整：${entries} 条记录，全部相接，未被改动`}>
      {head && `末端第 ${head.seq} 号，${head.hash}`}
    </Notice>
  ) : (
    <Notice tone="danger" title={`审计链有 ${faults.length} 处问题（共 ${entries} 条记录）`}>
      {firstBroken === undefined ? '' : `最早的问题在第 ${firstBroken} 号；它之前的记录完整。`}请保留现场，不要重启或修改数据库，并报告安全管理员。
      <Flex tag="ol" direction="column" alignItems="flex-start" paddingTop={2}>
        {faults.slice(0, SHOWN_FAULTS).map(({ seq, code, message }, index) => (
          <Box tag="li" key={`${code}:${seq ?? index}`}>
            <Typography variant="pi" textColor="danger700">
              {message}
            </Typography>
          </Box>
        ))}
        {faults.length > SHOWN_FAULTS && (
          <Box tag="li">
            <Typography variant="pi" textColor="danger700">
              另有 {faults.length - SHOWN_FAULTS} 处。
            </Typography>
          </Box>
        )}
      </Flex>
    </Notice>
  );
};
