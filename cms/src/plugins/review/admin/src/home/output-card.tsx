import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { listAddress } from '../documents/filter';
import type { Names } from '../names';
import type { Output } from '../requests/desk-answers';
import { shownDay } from '../times';
import { Card, Nothing } from './card';
import { totalsBy, type Total } from './totals';

const SHOWN = 8;

const Figure = ({ label, done, promised }: { label: string; done: number; promised: number | null }) => {
  const kept = promised !== null && done >= promised;
  return (
    <Box flex="1" minWidth="14rem">
      <Typography tag="p" variant="pi" textColor="neutral600">
        {label}
      </Typography>
      <Typography tag="p" variant="alpha" textColor={kept ? 'success700' : 'neutral800'}>
        {done}
        <Typography variant="omega" textColor="neutral600">
          {promised === null ? ' 条' : ` / ${promised} 条`}
        </Typography>
      </Typography>
      {promised !== null && (
        <Typography tag="p" variant="pi" textColor={kept ? 'success700' : 'warning700'}>
          {kept ? '已达到承诺' : `离承诺还差 ${promised - done} 条`}
        </Typography>
      )}
    </Box>
  );
};

interface TableProps {
  caption: string;
  totals: Total[];
  name: Names;
  addressOf(code: string): string;
}

const Totals = ({ caption, totals, name, addressOf }: TableProps) => (
  <Box flex="1" minWidth="min(100%, 20rem)">
    <table style={{ width: '100%', borderCollapse: 'collapse' }}>
      <thead>
        <tr>
          {[caption, '今日', '本周'].map((head, index) => (
            <th key={head} scope="col" style={{ textAlign: index === 0 ? 'start' : 'end', paddingBottom: '0.4rem' }}>
              <Typography variant="sigma" textColor="neutral600">
                {head}
              </Typography>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {totals.slice(0, SHOWN).map(({ code, today, week }) => (
          <tr key={code}>
            <th scope="row" style={{ textAlign: 'start', fontWeight: 'normal', padding: '0.3rem 0' }}>
              <Link tag={NavLink} to={addressOf(code)}>
                {name(code)}
              </Link>
            </th>
            {[today, week].map((figure, index) => (
              <td key={index} style={{ textAlign: 'end', verticalAlign: 'top', padding: '0.3rem 0 0.3rem 1.2rem' }}>
                <Typography>{figure}</Typography>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    {totals.length > SHOWN && (
      <Typography tag="p" variant="pi" textColor="neutral600">
        另有 {totals.length - SHOWN} 个
      </Typography>
    )}
  </Box>
);

/** 发布量: today and this week against the promise, and who brought it. */
export const OutputCard = ({ output, names }: { output: Output; names: { column: Names; department: Names } }) => {
  const from = shownDay(output.weekFrom);
  const published = { by: 'published', from };
  return (
    <Card id="output" title="发布量" remark={output.promisedADay === null ? '' : `承诺每天 ${output.promisedADay} 条`} more={{ to: listAddress(published), label: '本周发布的' }}>
      <Box paddingLeft={4} paddingRight={4} paddingBottom={4}>
        <Flex gap={4} wrap="wrap" alignItems="flex-start" paddingBottom={4}>
          <Figure label="今日" done={output.today} promised={output.promisedADay} />
          <Figure label={`本周（星期一到今天，${output.weekday} 天）`} done={output.week} promised={output.promisedADay === null ? null : output.promisedADay * output.weekday} />
        </Flex>
        {output.rows.length > 0 && (
          <Flex gap={6} wrap="wrap" alignItems="flex-start">
            <Totals caption="栏目" totals={totalsBy(output.rows, 'column')} name={names.column} addressOf={(column) => listAddress({ ...published, column })} />
            <Totals caption="部门" totals={totalsBy(output.rows, 'department')} name={names.department} addressOf={(department) => listAddress({ ...published, department })} />
          </Flex>
        )}
      </Box>
      {output.rows.length === 0 && <Nothing>本周还没有发布。</Nothing>}
    </Card>
  );
};
