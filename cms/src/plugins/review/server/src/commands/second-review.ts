import { isReviewResult, REVIEW_RESULTS } from '../decisions/transitions';
import { invalid } from '../errors';
import type { StateRow } from '../tables/state';
import type { CommandContext } from './command';
import { command } from './command';
import { newRound } from './correct';
import { takeAway } from './take-away';

/** What follows from the result, where there still is something public to follow. */
const consequences = async (context: CommandContext): Promise<Partial<StateRow>> => {
  const { row, input, to } = context;
  if (to === row.state) return {};
  if (to === 'withdrawn') return takeAway(context, 'error', input.reason?.trim() ?? '');
  return newRound(row, [], input);
};

/** 补审: a second pair of eyes on an urgent release, within a day; what is wrong is corrected, or taken down at once. */
export const secondReview = command({
  action: 'second-review',
  async call(context) {
    const { row, input, at } = context;
    const { result } = input;
    if (!isReviewResult(result)) throw invalid('INVALID', '没有写明补审结论。', `结论是${Object.values(REVIEW_RESULTS).join('、')}之一。`);
    return {
      changes: { ...(await consequences(context)), second_review_due: null },
      detail: {
        result,
        reason: input.reason?.trim() ?? '',
        note: input.note?.trim() ?? '',
        urgentBy: row.urgent_by_name,
        urgentAt: row.urgent_at,
        late: row.second_review_due !== null && at > row.second_review_due,
      },
    };
  },
});
