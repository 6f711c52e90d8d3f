import { Status, Typography } from '@strapi/design-system';
import type { State } from '../../server/src/decisions/states';
import { STATES } from '../../server/src/decisions/states';

const VARIANTS = {
  draft: 'secondary',
  submitted: 'primary',
  'first-approved': 'primary',
  approved: 'primary',
  returned: 'warning',
  released: 'success',
  withdrawn: 'danger',
  discarded: 'neutral',
} as const satisfies Record<State, string>;

const isState = (value: string): value is State => Object.hasOwn(STATES, value);

/** 审核状态 as a coloured label; the word carries the meaning, the colour only helps the eye. */
export const StateBadge = ({ state, size = 'S' }: { state: string; size?: 'XS' | 'S' | 'M' }) =>
  isState(state) ? (
    <Status variant={VARIANTS[state]} size={size} width="min-content">
      <Typography tag="span" variant="omega" fontWeight="bold" {...(VARIANTS[state] === 'warning' ? { textColor: 'warning700' } : {})} style={{ whiteSpace: 'nowrap' }}>
        {STATES[state]}
      </Typography>
    </Status>
  ) : (
    <Typography textColor="neutral600">-</Typography>
  );
