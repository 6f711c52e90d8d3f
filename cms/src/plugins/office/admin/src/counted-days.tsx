import { Box, Typography } from '@strapi/design-system';
import type { CountedDay } from '../../server/src/decisions/calendar';
import { Notice } from '../../../review/admin/src/panel/notice';

/** A year without its notice makes every date that reaches it provisional: said loudly. */
export const MissingYears = ({ years }: { years: string[] }) =>
  years.length === 0 ? null : (
    <Notice tone="warning" title={`${years.join('、')} 年的工作日历还没有录入`}>
      涉及这一年的期限暂按周一至周五上班推算，不能作为依据。国务院办公厅公布放假安排后，请在「办公设置」的工作日历里录入，未办结的期限会自动重算。
    </Notice>
  );

/** How a term was counted, day by day: what is passed over says why. */
export const CountedDays = ({ days }: { days: CountedDay[] }) => (
  <Box tag="ol" style={{ columns: '20rem', listStyle: 'none' }}>
    {days.map(({ day, number, why }) => (
      <Box tag="li" key={day}>
        <Typography variant="pi" textColor={number === null ? 'neutral500' : 'neutral800'}>
          {day} {number === null ? `不计（${why}）` : `第 ${number} 个（${why}）`}
        </Typography>
      </Box>
    ))}
  </Box>
);
