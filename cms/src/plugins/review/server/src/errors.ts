import { errors } from '@strapi/utils';

/**
 * A refusal: code for machines, Chinese message for the person, hint for the next step. Its own class, because Strapi's route layer
 * turns every ForbiddenError, also one thrown by a handler, into a bare "Forbidden".
 */
export class Refusal extends errors.ApplicationError {
  readonly status: number;

  constructor(status: number, code: string, message: string, hint: string, more: Record<string, unknown> = {}) {
    super(message, { code, hint, ...more });
    this.status = status;
  }
}

export const forbidden = (code: string, message: string, hint = '', more = {}): Refusal => new Refusal(403, code, message, hint, more);
export const invalid = (code: string, message: string, hint = '', more = {}): Refusal => new Refusal(400, code, message, hint, more);
export const missing = (message: string, hint = ''): Refusal => new Refusal(404, 'NOT_FOUND', message, hint);
/** Somebody else was first. */
export const conflict = (message: string, hint: string, more = {}): Refusal => new Refusal(409, 'CONFLICT', message, hint, more);

interface Context {
  status: number;
  body: unknown;
}

/** Answers a refusal with its own status; Strapi's error middleware knows only its own classes and would say 400. */
export const answerRefusals = () => async (ctx: Context, next: () => Promise<unknown>) => {
  try {
    await next();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    ctx.status = error.status;
    ctx.body = { data: null, error: { status: error.status, name: 'Refusal', message: error.message, details: error.details } };
  }
};
