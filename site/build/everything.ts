import { availableParallelism } from 'node:os';
import { planOfEverything } from '../plan/index.ts';
import { readReplica } from '../replica/index.ts';
import type { RenderFailure } from './plan-integration.ts';
import { armStandby, type BuildResult, type BuiltFolder, type Standby } from './standby.ts';

/** Files for one plan: Astro's memory grows with the paths of a plan. */
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
  /** One a slice, and styles and scripts; together they hold the site. */
  folders: BuiltFolder[];
  failures: RenderFailure[];
  milliseconds: number;
  /** Removes the folders. */
  dispose(): Promise<void>;
}

/**
 * Renders many files by standby builds of its own, cut in slices over several processes. Nothing may be applied to the replica meanwhile:
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
  let broken = false;
  const work = async (worker: number): Promise<void> => {
    const standby = await armStandby({ replica: options.replica, siteUrl: options.siteUrl, slot: `slice${worker}` });
    standbys.push(standby);
    for (let slice = next++; slice < slices.length && !broken; slice = next++) {
      const report = (files: number): void => {
        rendered[slice] = files;
        options.onProgress?.({ rendered: rendered.reduce((sum, each) => sum + each, 0), total: write.length });
      };
      results.push(await standby.run(slices[slice]!, report));
      report(slices[slice]!.length);
    }
  };
  const works = Array.from({ length: Math.min(workers, slices.length) }, (_, worker) => work(worker));
  try {
    await Promise.all(works);
  } catch (error) {
    broken = true;
    await dispose();
    // One may have been arming still, and nobody would end it.
    await Promise.allSettled(works);
    await dispose();
    throw error;
  }
  return {
    // Every process bundles the same bytes: those of one will do.
    folders: [...results.map(({ pages }) => pages), ...results.slice(0, 1).map(({ assets }) => assets)],
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
