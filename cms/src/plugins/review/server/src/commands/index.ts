import type { Action } from '../decisions/transitions';
import type { Command } from './command';
import { confirmWithdrawal } from './confirm-withdrawal';
import { correct } from './correct';
import { declineWithdrawal } from './decline-withdrawal';
import { discard } from './discard';
import { finalApprove } from './final-approve';
import { firstApprove } from './first-approve';
import { move } from './move';
import { pin } from './pin';
import { proposeWithdrawal } from './propose-withdrawal';
import { recall } from './recall';
import { release } from './release';
import { returnToAuthor } from './return';
import { submit } from './submit';
import { unpin } from './unpin';

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
};
