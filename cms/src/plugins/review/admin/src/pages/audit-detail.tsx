import { Box, Typography } from '@strapi/design-system';
import type { AuditEntry } from '../requests/answers';
import { detailWord, shownValue } from './audit-words';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const CELL = { border: '1px solid #dcdce4', padding: '0.4rem 0.8rem', textAlign: 'left', verticalAlign: 'top', overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' } as const;

/** Before and after, field by field; what did not change is left out. */
const Changes = ({ before, after }: { before: Record<string, unknown>; after: Record<string, unknown> }) => {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  if (names.length === 0) return null;
  return (
    <Box paddingTop={2} style={{ overflowX: 'auto' }}>
      <table style={{ borderCollapse: 'collapse', width: '100%', tableLayout: 'fixed' }}>
        <thead>
          <tr>
            {['内容', '之前', '之后'].map((head) => (
              <th key={head} style={CELL}>
                <Typography variant="pi" fontWeight="bold">
                  {head}
                </Typography>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <tr key={name}>
              {[detailWord(name), shownValue(name, before[name]), shownValue(name, after[name])].map((text, index) => (
                <td key={index} style={CELL}>
                  <Typography variant="pi">{text}</Typography>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Box>
  );
};

const Line = ({ label, value }: { label: string; value: string }) => (
  <>
    <Typography tag="dt" variant="pi" textColor="neutral600">
      {label}
    </Typography>
    <Typography tag="dd" variant="pi" textColor="neutral800" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
      {value}
    </Typography>
  </>
);

/** One entry whole, in words: what was done to what, what changed, and its seals. The raw text stays one press away. */
export const AuditDetail = ({ entry }: { entry: AuditEntry }) => {
  const detail = isObject(entry.detail) ? entry.detail : {};
  const { before, after, ...rest } = detail;
  const changed = isObject(before) || isObject(after);
  return (
    <Box paddingTop={2} paddingBottom={2} style={{ whiteSpace: 'normal' }}>
      <Box tag="dl" style={{ display: 'grid', gridTemplateColumns: 'max-content minmax(0, 1fr)', columnGap: '1.6rem', rowGap: '0.3rem' }}>
        {Object.entries(rest).map(([name, value]) => (
          <Line key={name} label={detailWord(name)} value={shownValue(name, value)} />
        ))}
        <Line label="对象编号" value={entry.object} />
        <Line label="经办人编号" value={entry.actorId} />
        <Line label="前一条" value={entry.previousHash} />
        <Line label="本条" value={entry.hash} />
      </Box>
      {changed && <Changes before={isObject(before) ? before : {}} after={isObject(after) ? after : {}} />}
      <Box tag="details" paddingTop={2}>
        <Typography tag="summary" variant="pi" textColor="neutral600">
          原始内容
        </Typography>
        <Typography tag="pre" variant="pi" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontFamily: 'monospace' }}>
          {JSON.stringify(entry.detail, null, 2)}
        </Typography>
      </Box>
    </Box>
  );
};
