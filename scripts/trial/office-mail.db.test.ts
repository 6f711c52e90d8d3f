import { createServer, type Server } from 'node:net';
import { fields, type Portal } from './portal.ts';
import { openRawDatabase, type RawDatabase } from './raw-database.ts';
import { startFromTemplate } from './template.ts';
import { removeTrial, type Part } from './trial.ts';
import { freePort } from '../processes/free-port.ts';
import type { Settings } from '../settings.ts';

/** As much of an SMTP server as a sender needs: takes every mail and keeps it. */
const startSmtp = (port: number, mails: string[]): Promise<Server> =>
  new Promise((resolve) => {
    const server = createServer((socket) => {
      let body: string | null = null;
      let rest = '';
      socket.on('error', () => socket.destroy());
      socket.write('220 trial ESMTP\r\n');
      socket.on('data', (chunk) => {
        rest += chunk.toString('utf8');
        for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
          const line = rest.slice(0, end);
          rest = rest.slice(end + 2);
          if (body !== null) {
            if (line === '.') {
              mails.push(body);
              body = null;
              socket.write('250 kept\r\n');
            } else body += `${line}\n`;
          } else if (/^DATA/i.test(line)) {
            body = '';
            socket.write('354 go on\r\n');
          } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
          else socket.write('250 ok\r\n');
        }
      });
    });
    server.listen(port, '127.0.0.1', () => resolve(server));
  });

/** The text of a mail whatever it was encoded in. */
const decoded = (mail: string): string => {
  const [head = '', ...rest] = mail.split('\n\n');
  const body = rest.join('\n\n');
  const subject = [...head.replaceAll('\n ', ' ').matchAll(/=\?UTF-8\?B\?([^?]*)\?=\s*/gi)].map(([, part]) => Buffer.from(part ?? '', 'base64')).reduce((all, part) => Buffer.concat([all, part]), Buffer.alloc(0));
  const text = /base64/i.test(head) ? Buffer.from(body, 'base64').toString('utf8') : /quoted-printable/i.test(head) ? Buffer.from(body.replace(/=\n/g, '').replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1').toString('utf8') : body;
  return `${head}\n${subject.toString('utf8')}\n${text}`;
};

describe('mails of notices', () => {
  let settings: Settings;
  let cms: Part;
  let portal: Portal;
  let raw: RawDatabase;
  let port = 0;
  let server: Server | undefined;
  const mails: string[] = [];

  beforeAll(async () => {
    port = await freePort();
    ({ settings, cms, portal } = await startFromTemplate('sqlite', { SMTP_URL: `smtp://127.0.0.1:${port}`, SMTP_FROM: '公开网站 <notice@trial.example>' }));
    raw = await openRawDatabase(settings);
  });
  afterAll(async () => {
    server?.close();
    await raw?.close();
    await cms?.stop();
    if (settings) removeTrial(settings);
  });

  const until = async (done: () => Promise<boolean>, withinMs = 40_000) => {
    const deadline = Date.now() + withinMs;
    while (!(await done())) {
      if (Date.now() > deadline) throw new Error('It did not happen');
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  };

  test('a mail server that is away holds up nothing; what it missed stays in the queue with the reason', async () => {
    const { documentId } = await portal.uploader.create(fields({ body: '<p>正文里的独有词语甲乙丙。</p>' }));
    const before = Date.now();
    await portal.uploader.act(documentId, 'submit');
    expect(Date.now() - before).toBeLessThan(10_000);
    await until(async () => (await raw.rows<{ n: number }>('SELECT COUNT(*) AS n FROM office_mail WHERE attempts > 0 AND last_error IS NOT NULL'))[0]?.n === 2);
    const { mail } = await portal.deputy.ask<{ mail: { configured: boolean; waiting: number; lastError: string } }>('GET', '/office/notices');
    expect(mail).toMatchObject({ configured: true, waiting: 2, lastError: expect.stringContaining('ECONNREFUSED') });
  });

  test('once it answers, the mail arrives: title, state and the way into the admin, no text of the document', async () => {
    server = await startSmtp(port, mails);
    await raw.run("UPDATE office_mail SET available_at = '2020-01-01T00:00:00.000Z'");
    await until(async () => mails.length === 2);
    const text = decoded(mails[0] ?? '');
    expect(text).toContain('有稿件等您办理');
    expect(text).toContain('/admin/content-manager/collection-types/api::document.document/');
    expect(text).toContain('试运行第');
    expect(text).not.toContain('独有词语');
    await until(async () => (await raw.rows<{ n: number }>('SELECT COUNT(*) AS n FROM office_mail WHERE sent_at IS NULL'))[0]?.n === 0);
  });

  test('who switched mails off gets none', async () => {
    await portal.deputy.ask('PUT', '/office/notices/choices', { choices: [{ kind: 'waiting', onScreen: true, byMail: false }] });
    const { documentId } = await portal.uploader.create(fields());
    await portal.uploader.act(documentId, 'submit');
    const addresses = await raw.rows<{ address: string }>("SELECT address FROM office_mail WHERE sent_at IS NULL OR sent_at > '2020'");
    expect(addresses.map(({ address }) => address).sort()).toEqual(['deputy2@trial.example', 'deputy2@trial.example', 'deputy@trial.example']);
  });
});
