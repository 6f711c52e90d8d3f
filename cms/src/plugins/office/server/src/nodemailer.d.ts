/** The part of nodemailer that is used; it ships no types of its own. */
declare module 'nodemailer' {
  export interface Transport {
    sendMail(mail: { from: string; to: string; subject: string; text: string }): Promise<unknown>;
    close(): void;
  }
  export function createTransport(url: string, defaults?: object): Transport;
}
