import { Box, Flex, Typography } from '@strapi/design-system';
import { Notice } from '../panel/notice';
import type { Verification } from '../requests/answers';

const SHOWN_FAULTS = 50;

/** What the check of the audit chain found. */
export const ChainVerification = ({ verification: { ok, entries, head, faults } }: { verification: Verification }) =>
  ok ? (
    <Notice tone="success" title={`审计链完整：${entries} 条记录，全部相接，未被改动`}>
      {head && `末端第 ${head.seq} 号，${head.hash}`}
    </Notice>
  ) : (
    <Notice tone="danger" title={`审计链有 ${faults.length} 处问题（共 ${entries} 条记录）`}>
      请保留现场，不要重启或修改数据库，并报告安全管理员。
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
