import type { Action } from '../decisions/transitions';
import { acknowledgeLeak } from './acknowledge-leak';
import { cancelTakeDown } from './cancel-take-down';
import type { Command } from './command';
import { confirmWithdrawal } from './confirm-withdrawal';
import { correct } from './correct';
import { declineWithdrawal } from './decline-withdrawal';
import { discard } from './discard';
import { emergencyEnds } from './emergency-ends';
import { finalApprove } from './final-approve';
import { firstApprove } from './first-approve';
import { hideFrom } from './hide-from';
import { invalidate } from './invalidate';
import { liftEmergency } from './lift-emergency';
import { move } from './move';
import { pin } from './pin';
import { proposeWithdrawal } from './propose-withdrawal';
import { recall } from './recall';
import { release } from './release';
import { returnToAuthor } from './return';
import { scheduleRelease } from './schedule-release';
import { scheduleTakeDown } from './schedule-take-down';
import { secondReview } from './second-review';
import { showIn } from './show-in';
import { submit } from './submit';
import { takeDown } from './take-down';
import { unpin } from './unpin';
import { unschedule } from './unschedule';
import { urgentRelease } from './urgent-release';

/** Every command by its action. */
export const COMMANDS: Record<Action, Command> = {
  submit,
  recall,
  'first-approve': firstApprove,
  'final-approve': finalApprove,
  return: returnToAuthor,
  release,
  correct,
  'propose-withdrawal': proposeWithdrawal,
  'decline-withdrawal': declineWithdrawal,
  'confirm-withdrawal': confirmWithdrawal,
  discard,
  move,
  pin,
  unpin,
  'schedule-release': scheduleRelease,
  unschedule,
  'urgent-release': urgentRelease,
  'second-review': secondReview,
  invalidate,
  'schedule-take-down': scheduleTakeDown,
  'cancel-take-down': cancelTakeDown,
  'take-down': takeDown,
  'acknowledge-leak': acknowledgeLeak,
  'show-in': showIn,
  'hide-from': hideFrom,
  'lift-emergency': liftEmergency,
  'emergency-ends': emergencyEnds,
};
