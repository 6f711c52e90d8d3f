import { availableParallelism } from 'node:os';
import { planOfEverything } from '../plan/index.ts';
import { readReplica } from '../replica/index.ts';
import type { RenderFailure } from './plan-integration.ts';
import { armStandby, type BuildResult, type Standby } from './standby.ts';

/** Files for one process: memory grows with them (about 10 kB each), a new process costs a second. */
const LARGEST_SLICE = 10_000;

export interface EverythingOptions {
  replica: string;
  siteUrl: string;
  /** Files to render; default: the whole site. */
  write?: string[];
  /** Processes at once; default: one a core. */
  workers?: number;
  onProgress?: (progress: { rendered: number; total: number }) => void;
}

export interface EverythingResult {
  /** One a slice; together they hold the site. Styles and scripts are in each, the same bytes. */
  folders: Pick<BuildResult, 'folder' | 'written'>[];
  failures: RenderFailure[];
  milliseconds: number;
  /** Removes the folders. */
  dispose(): Promise<void>;
}

/**
 * Renders many files by the same standby builds, cut in slices over several processes. Nothing may be applied to the replica meanwhile:
 * slices read it one after the other.
 */
export async function buildEverything(options: EverythingOptions): Promise<EverythingResult> {
  const begin = performance.now();
  const workers = options.workers ?? availableParallelism();
  const write = options.write ?? wholeSite(options);
  const slices = sliced(write, Math.max(workers, Math.ceil(write.length / LARGEST_SLICE)));
  const standbys: Standby[] = [];
  const rendered = slices.map(() => 0);
  const dispose = async (): Promise<void> => void (await Promise.all(standbys.map((standby) => standby.dispose())));
  const results: BuildResult[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let slice = next++; slice < slices.length; slice = next++) {
      const standby = await armStandby({ replica: options.replica, siteUrl: options.siteUrl, slot: `slice${slice}` });
      standbys.push(standby);
      const report = (files: number): void => {
        rendered[slice] = files;
        options.onProgress?.({ rendered: rendered.reduce((sum, each) => sum + each, 0), total: write.length });
      };
      results.push(await standby.run(slices[slice]!, report));
      report(slices[slice]!.length);
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(workers, slices.length) }, work));
  } catch (error) {
    await dispose();
    throw error;
  }
  return {
    folders: results.map(({ folder, written }) => ({ folder, written })),
    failures: results.flatMap(({ failures }) => failures),
    milliseconds: Math.round(performance.now() - begin),
    dispose,
  };
}

function wholeSite({ replica, siteUrl }: EverythingOptions): string[] {
  const reader = readReplica(replica, { siteUrl });
  try {
    return planOfEverything(reader).write;
  } finally {
    reader.close();
  }
}

/** Dealt out like cards, so that every slice gets its share of long pages; parts of one month's sitemap stay together. */
function sliced(write: string[], count: number): string[][] {
  const slices: string[][] = Array.from({ length: count }, () => []);
  const placeOfMonth = new Map<string, number>();
  write.forEach((file, index) => {
    const month = /^map-(\d{6})-/.exec(file)?.[1];
    const place = month === undefined ? index % count : (placeOfMonth.get(month) ?? index % count);
    if (month !== undefined) placeOfMonth.set(month, place);
    slices[place]!.push(file);
  });
  return slices.filter((slice) => slice.length > 0);
}
