import type { Core } from '@strapi/strapi';
import { createTransport } from 'nodemailer';
import { environment } from '../../../../environment';
import { delayAfter, MOST_ATTEMPTS, NOTICES } from './decisions/notices';
import type { MailForm } from './tables/notices';

const LOOK_EVERY_MS = 10_000;
const PER_LOOK = 20;
const TIMEOUT_MS = 10_000;

/** How mails are written, or null where no mail server is set up: then none is queued. */
export const mailForm = (): MailForm | null => {
  const { smtpUrl, cmsUrl } = environment();
  if (!smtpUrl) return null;
  return {
    bodyOf: ({ kind, title, link }) =>
      [`${NOTICES[kind]}：`, title, '', `办理：${cmsUrl}/admin${link}`, '', '这是系统发出的通知，不含正文，请勿回复。不想收到可在后台「通知」里关闭。'].join('\n'),
  };
};

interface MailRow {
  id: string;
  address: string;
  subject: string;
  body: string;
  attempts: number;
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 900);

/**
 * Sends what waits in the queue, one after another. A server that is away costs its queue time only: an attempt that fails is put off,
 * and after some three days given up with its error kept.
 * @returns how many were sent
 */
export const sendMails = async (strapi: Core.Strapi, now: string): Promise<number> => {
  const { smtpUrl, smtpFrom } = environment();
  if (!smtpUrl || !smtpFrom) return 0;
  const mails = () => strapi.db.connection('office_mail');
  const waiting = (await mails().whereNull('sent_at').whereNull('given_up_at').where('available_at', '<=', now).orderBy('available_at').limit(PER_LOOK)) as MailRow[];
  if (waiting.length === 0) return 0;
  const transport = createTransport(smtpUrl, { connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS });
  let sent = 0;
  try {
    for (const { id, address, subject, body, attempts } of waiting) {
      try {
        await transport.sendMail({ from: smtpFrom, to: address, subject, text: body });
        await mails().where({ id }).update({ sent_at: new Date().toISOString(), last_error: null });
        sent += 1;
      } catch (error) {
        const tried = attempts + 1;
        const given_up_at = tried >= MOST_ATTEMPTS ? new Date().toISOString() : null;
        const available_at = new Date(Date.now() + delayAfter(attempts)).toISOString();
        await mails().where({ id }).update({ attempts: tried, available_at, given_up_at, last_error: reason(error) });
        if (tried === 1 || given_up_at) strapi.log.warn(`通知邮件没有发出（第 ${tried} 次）：${reason(error)}`);
      }
    }
  } finally {
    transport.close();
  }
  return sent;
};

export interface MailState {
  configured: boolean;
  waiting: number;
  givenUp: number;
  lastError: string | null;
}

/** How the sending of mails stands, for the page. */
export const mailState = async (strapi: Core.Strapi): Promise<MailState> => {
  const knex = strapi.db.connection;
  const waiting = (await knex('office_mail').whereNull('sent_at').whereNull('given_up_at').count({ count: '*' }).first()) as { count: number | string };
  const givenUp = (await knex('office_mail').whereNotNull('given_up_at').count({ count: '*' }).first()) as { count: number | string };
  const failed = (await knex('office_mail').whereNull('sent_at').whereNotNull('last_error').orderBy('available_at', 'desc').first('last_error')) as { last_error: string } | undefined;
  return { configured: environment().smtpUrl !== null, waiting: Number(waiting.count), givenUp: Number(givenUp.count), lastError: failed?.last_error ?? null };
};

/** Looks at the queue while the CMS runs. @returns a function that stops it */
export const startMails = (strapi: Core.Strapi): (() => void) => {
  if (!environment().smtpUrl) return () => undefined;
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    sendMails(strapi, new Date().toISOString())
      .catch((error: unknown) => void strapi.log.error(`通知邮件：${String(error)}`))
      .finally(() => (busy = false));
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
};
