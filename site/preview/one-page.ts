import type { HeldBuild } from '../build/held-build.ts';
import type { PublicDocument } from '../contract/index.ts';
import { documentFile } from '../plan/addresses.ts';
import { SiteError } from '../replica/errors.ts';
import type { ReplicaReader } from '../replica/reader.ts';

/** Renders the page of a document. @throws whatever the page throws */
export type RenderOne = (reader: ReplicaReader, document: PublicDocument) => Promise<string>;

/** Single pages out of a held build, one after the other. */
export const onePageOf = (held: HeldBuild): RenderOne =>
  oneByOne(async (reader, document) => {
    const file = documentFile(document);
    const [page] = await held.open(reader, [file]);
    if (!page) throw new SiteError('NOT_FOUND', `网站没有地址 /${file} 的页面`, '核对栏目代码');
    return (await page.render()).toString('utf8');
  });

/** Pages read what they print from one place (`build/building.ts`): one after the other. */
function oneByOne<Given extends unknown[], Made>(work: (...given: Given) => Promise<Made>): (...given: Given) => Promise<Made> {
  let before: Promise<unknown> = Promise.resolve();
  return (...given) => {
    const done = before.then(() => work(...given));
    before = done.catch(() => undefined);
    return done;
  };
}
