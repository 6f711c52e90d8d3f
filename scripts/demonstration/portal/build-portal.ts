import { buildEverything, copyBuilt } from '@gongkai/site/build';
import { openReplica } from '@gongkai/site/replica';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openSearch } from '../../publisher/search/index.ts';
import { publicDemonstration } from './public-documents.ts';

export interface DemonstrationPortal {
  /** The served tree. */
  root: string;
  /** Files that were rendered. */
  written: string[];
  /** Replica it was rendered from. */
  replica: string;
}

/**
 * Builds the whole portal of the demonstration into `<dataFolder>/site/current`, with its search, as a full build of the publisher would,
 * without the CMS. Takes some twenty seconds; what is there is replaced.
 *
 * @throws where a page cannot be rendered
 */
export const buildDemonstrationPortal = async (dataFolder: string, siteUrl: string): Promise<DemonstrationPortal> => {
  const replica = join(dataFolder, 'publisher', 'replica.db');
  rmSync(join(dataFolder, 'publisher'), { recursive: true, force: true });
  mkdirSync(dirname(replica), { recursive: true });
  const { changes, blobs } = await publicDemonstration();
  const writing = openReplica(replica, { siteUrl });
  const { setAside } = writing.apply(changes);
  const plan = writing.everything();
  writing.close();
  if (setAside.length > 0) throw new Error(`演示内容不合契约：${JSON.stringify(setAside)}`);
  const built = await buildEverything({ replica, siteUrl });
  try {
    if (built.failures.length > 0) throw new Error(built.failures.map(({ path, message }) => `${path}: ${message}`).join('\n'));
    const root = join(dataFolder, 'site', 'built');
    const draft = `${root}.draft`;
    rmSync(draft, { recursive: true, force: true });
    copyBuilt(built.folders, draft);
    for (const { path, sha256 } of plan.files) {
      mkdirSync(dirname(join(draft, path)), { recursive: true });
      writeFileSync(join(draft, path), blobs.get(sha256) as Buffer);
    }
    await putSearch(dataFolder, replica, siteUrl, draft);
    rmSync(root, { recursive: true, force: true });
    renameSync(draft, root);
    const current = join(dataFolder, 'site', 'current');
    if (!existsSync(current)) symlinkSync('built', current);
    return { root, written: [...new Set(built.folders.flatMap(({ written }) => written))].sort(), replica };
  } finally {
    await built.dispose();
  }
};

/** The bundles of the publisher's own search, and the pointer that names them. */
const putSearch = async (dataFolder: string, replicaFile: string, siteUrl: string, root: string): Promise<void> => {
  const replica = openReplica(replicaFile, { siteUrl });
  const search = openSearch({ folder: join(dataFolder, 'publisher', 'search'), replica, replicaFile });
  try {
    await search.stage('everything');
    await search.rebuild();
    const { put, pointer } = await search.stage([]);
    for (const { path, folder } of put) cpSync(folder, join(root, path), { recursive: true });
    writeFileSync(join(root, pointer.path), pointer.content);
  } finally {
    await search.close();
    replica.close();
  }
};
