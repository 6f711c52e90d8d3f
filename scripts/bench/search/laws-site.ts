import { buildEverything, copyBuilt } from '@gongkai/site/build';
import { documentSchema, type Change, type PublicDocument } from '@gongkai/site/contract';
import { openReplica } from '@gongkai/site/replica';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { columns, departments } from '../../demonstration/index.ts';
import { idOfKey } from '../../demonstration/portal/public-documents.ts';
import { Converter, type ImportRow } from '../../import/convert.ts';
import { loadMapping } from '../../import/mapping.ts';
import { readRows } from '../../import/read-rows.ts';
import { openSearch } from '../../publisher/search/index.ts';
import { serve, type SiteServer } from '../../server/index.ts';
import { numberedDocuments } from './numbered-documents.ts';

/** Moment everything was taken in: no measurement reads the clock for its texts. */
const AT = '2026-11-27T04:00:00.000Z';
/** What a search needs of the site; pages of documents are not opened. */
const PAGES = ['index.html', 'search/index.html', 'search/suggestions.json', '404.html', 'gone.txt'];

export interface LawsSite {
  server: SiteServer;
  address: string;
  documents: PublicDocument[];
  /** Id of a document by its id in the corpus. */
  idOf: (key: string) => string;
  /** Folder of Pagefind's own code, to ask the bundles in Node. */
  engineFolder: string;
  bundles: { path: string; documents: number }[];
}

const lawRows = async (file: string): Promise<ImportRow[]> => {
  const converter = new Converter(loadMapping(null, file, '/'));
  const rows: ImportRow[] = [];
  for await (const one of readRows(file)) {
    const converted = 'row' in one ? converter.convert(one.row, one.line) : one;
    if ('row' in converted) rows.push(converted.row as ImportRow);
  }
  return rows;
};

/** As the CMS would publish the row. */
const published = (row: ImportRow, event: number): PublicDocument =>
  documentSchema.parse({
    id: idOfKey(row.key),
    column: row.column,
    month: row.publishedAt ? row.publishedAt.slice(0, 7).replace('-', '') : '000000',
    title: row.title,
    body: row.body,
    summary: row.summary ?? '',
    department: row.department,
    source: row.sourceName,
    author: row.author ?? '',
    keywords: row.keywords ?? [],
    publishedAt: row.publishedAt,
    updatedAt: AT,
    indexNumber: null,
    issuer: row.issuer ?? '',
    documentNumber: row.documentNumber ?? '',
    writtenOn: row.writtenOn ?? null,
    topicClass: row.topicClass ?? '',
    genreClass: row.genreClass ?? '',
    audienceClass: row.audienceClass ?? '',
    validity: row.validity ?? 'valid',
    disclosure: row.disclosure ?? '',
    attachments: [],
    images: [],
    relations: { interprets: [], amends: [], repeals: [] },
    corrections: [],
    formerColumns: [],
    furtherColumns: [],
    pinnedAt: null,
    event,
    contentHash: createHash('sha256').update(JSON.stringify([row.key, row.title, row.body])).digest('hex'),
  });

/** The laws, then documents with numbers. */
export const lawsAndNumbered = async (corpora: string): Promise<PublicDocument[]> => {
  const rows = await lawRows(join(corpora, 'laws.ndjson.gz'));
  const laws = rows.map((row, index) => published(row, index + 1));
  return [...laws, ...numberedDocuments(laws.length)];
};

/**
 * A site of the laws with nothing but its search: documents in the form of the contract straight into a replica, bundles built by the
 * publisher's own search, the real page, the real server. Without the CMS, which would only take time.
 */
export const openLawsSite = async (folder: string, corpora: string, say: (detail: string) => void): Promise<LawsSite> => {
  const documents = await lawsAndNumbered(corpora);
  const replicaFile = join(folder, 'replica.db');
  const replica = openReplica(replicaFile, { siteUrl: 'http://127.0.0.1' });
  const numbered = (seq: number) => ({ seq, at: AT });
  const changes: Change[] = documents.map((document, index) => ({ ...numbered(index + 1), type: 'document.put', id: document.id, document }));
  columns.forEach((column, index) => changes.unshift({ ...numbered(index + 1), type: 'column.put', column }));
  departments.forEach((department, index) => changes.unshift({ ...numbered(index + 1), type: 'department.put', department }));
  const { setAside } = replica.apply(changes.map((change, index) => ({ ...change, seq: index + 1 })));
  if (setAside.length > 0) throw new Error(JSON.stringify(setAside.slice(0, 3)));
  say('生成检索包');
  const search = openSearch({ folder: join(folder, 'search'), replica, replicaFile });
  const root = join(folder, 'site', 'built');
  try {
    await search.stage('everything');
    await search.rebuild();
    const files = await search.stage([]);
    for (const { path, folder: from } of files.put) cpSync(from, join(root, path), { recursive: true });
    writeFileSync(join(root, files.pointer.path), files.pointer.content);
    say('生成搜索页');
    await renderPages(replicaFile, root);
    symlinkSync('built', join(folder, 'site', 'current'));
    const server = await serve({ dataFolder: folder, host: '127.0.0.1', sitePort: 0 });
    return {
      server,
      address: `http://127.0.0.1:${server.port}`,
      documents,
      idOf: idOfKey,
      engineFolder: files.put[0]?.folder ?? '',
      bundles: search.status().bundles.map(({ path, documents: held }) => ({ path, documents: held })),
    };
  } finally {
    await search.close();
    replica.close();
  }
};

const renderPages = async (replica: string, root: string): Promise<void> => {
  const built = await buildEverything({ replica, siteUrl: 'http://127.0.0.1', write: PAGES, workers: 1 });
  try {
    if (built.failures.length > 0) throw new Error(JSON.stringify(built.failures));
    mkdirSync(dirname(root), { recursive: true });
    copyBuilt(built.folders, root);
  } finally {
    await built.dispose();
  }
};
