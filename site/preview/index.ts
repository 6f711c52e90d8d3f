import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { holdBuild } from '../build/held-build.ts';
import { SITE_FOLDER } from '../build/site-config.ts';
import { makeStaging, sweepStaging } from '../build/staging.ts';
import { documentSchema, type PublicDocumentInput } from '../contract/index.ts';
import { documentFolder } from '../plan/addresses.ts';
import { SiteError } from '../replica/errors.ts';
import { dressed, STRIP_STYLE } from './dress.ts';
import { onePageOf } from './one-page.ts';
import { OverlaidReader } from './overlaid-reader.ts';

/** 预览: pages of documents that are not public, as the site will print them. */
export interface Preview {
  /** The page itself, byte for byte what a release of this document would hold. @throws SiteError */
  page(document: PublicDocumentInput): Promise<string>;
  /** The page as it is looked at from the admin. @throws SiteError */
  look(document: PublicDocumentInput, seen: { base: string; banner: string }): Promise<string>;
  /** A style sheet, script or icon of the pages; null: there is none of that name. */
  asset(name: string): Promise<Buffer | null>;
}

export interface PreviewOptions {
  /** The replica's file; asked for anew at every page, so that a page shows what is live now and nothing stands in a leak's way. */
  replica: string;
  siteUrl: string;
}

/** Bundles the site once and renders from then on; for a process of its own, whose working folder is the site's. */
export async function openPreview({ replica, siteUrl }: PreviewOptions): Promise<Preview> {
  await sweepStaging();
  const held = await holdBuild({ siteUrl, staging: await makeStaging('preview'), name: 'gongkai:preview' });
  const render = onePageOf(held);
  const page = async (given: PublicDocumentInput): Promise<string> => {
    const parsed = documentSchema.safeParse(given);
    if (!parsed.success) {
      const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}：${message}`).join('；');
      throw new SiteError('CONTRACT', `稿件还不能成为页面：${faults}`, '补齐后保存，再预览');
    }
    const reader = new OverlaidReader(replica, siteUrl, parsed.data);
    try {
      return await render(reader, parsed.data);
    } finally {
      reader.close();
    }
  };
  const read = (file: string): Promise<Buffer | null> =>
    readFile(file).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
  return {
    page,
    look: async (document, seen) => dressed(await page(document), { ...seen, siteUrl, folder: documentFolder(document) }),
    asset: async (name) => {
      if (name !== basename(name) || name.startsWith('.')) return null;
      if (name === 'preview.css') return Buffer.from(STRIP_STYLE);
      if (name === 'favicon.svg') return read(fileURLToPath(new URL(`public/${name}`, SITE_FOLDER)));
      return read(join(held.folder, '_astro', name));
    },
  };
}
