import { createHash } from 'node:crypto';
import { createInterface } from 'node:readline';
import { sanitiseBody } from '../../../review/server/src/content/sanitise';
import { attachmentOf } from './attachments/attachment-of';
import { extractText } from './attachments/extract';
import { runChecks } from './decisions/registry';
import type { Attachment } from './decisions/subject';
import { readBody } from './decisions/text/body';
import { STARTING_WORDS } from './decisions/words/starting-list';

/**
 * The checks as a process of their own, for benches and tests: rows in (NDJSON on standard input), findings out (NDJSON). It is the
 * compiled code the CMS runs, without database and HTTP: 23,000 documents are read in minutes, and what is measured is the checks alone.
 */
interface Row {
  id: string;
  title: string;
  html: string;
  /** Day in Shanghai the checks take for today. */
  today: string;
  kind?: string;
  attachments?: { name: string; base64: string }[];
}

const attachmentsOf = async (row: Row): Promise<Attachment[]> => {
  const attachments: Attachment[] = [];
  for (const { name, base64 } of row.attachments ?? []) {
    const bytes = Buffer.from(base64, 'base64');
    attachments.push(attachmentOf(name, createHash('sha256').update(bytes).digest('hex'), await extractText(new Uint8Array(bytes), name)));
  }
  return attachments;
};

const measured = async (row: Row) => {
  const attachments = await attachmentsOf(row);
  const start = process.hrtime.bigint();
  const findings = runChecks({
    title: row.title, summary: '', source: '语料', author: '', keywords: [], issuer: '', documentNumber: '', writtenOn: null, validity: null, column: '语料', department: '语料',
    body: readBody(sanitiseBody(row.html)),
    attachments,
    facts: { today: row.today, columnKind: row.kind ?? 'news', titlesInUse: [], words: STARTING_WORDS, leaders: [], repealedBy: [], repeals: [], lostRelations: [], links: {} },
  });
  const ms = Number(process.hrtime.bigint() - start) / 1e6;
  return { id: row.id, ms, findings: findings.map(({ check, severity, place, excerpt, message }) => ({ check, severity, place: place.label, excerpt, message })) };
};

const main = async (): Promise<void> => {
  for await (const line of createInterface({ input: process.stdin })) {
    if (line !== '') process.stdout.write(`${JSON.stringify(await measured(JSON.parse(line) as Row))}\n`);
  }
};

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
