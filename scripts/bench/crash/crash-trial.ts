import { DeskError } from '../../desk/desk.ts';
import { FAILPOINTS } from '../../publisher/failpoint.ts';
import type { Settings } from '../../settings.ts';
import { fields, type Portal } from '../../trial/portal.ts';
import { PartDied, startCms, startPublisher, type Part } from '../../trial/trial.ts';
import type { Random } from '../corpus/random.ts';
import { untilSettled } from '../publish/portal-at-size.ts';
import { placesOf } from '../publish/sight.ts';
import { shanghaiMonth } from '../publish/shanghai-month.ts';

/** Steps of the CMS that can be killed; `cms/src/failpoint.ts` has the same list. */
export const CMS_FAILPOINTS = [
  'cms-before-work',
  'cms-after-work',
  'cms-after-audit',
  'cms-after-events',
  'cms-after-commit',
  'cms-after-anchor',
  'cms-before-webhook',
  'cms-after-webhook',
  'cms-after-acknowledgement',
] as const;

interface Known {
  documentId: string;
  id: string;
  title: string;
  column: string;
}

const COLUMNS = ['gsgg', 'szyw', 'gwzx'];
const LONGEST_WAIT_MS = 1_200;
const DEATH_WITHIN_MS = 15_000;

/** One portal that is killed again and again, and what it ought to hold. */
export class CrashTrial {
  readonly faults: string[] = [];
  readonly parts: { cms: Part; publisher: Part };
  commands = 0;
  readonly #settings: Settings;
  readonly #portal: Portal;
  readonly #random: Random;
  readonly #known: Known[] = [];
  #titles = 0;

  constructor(settings: Settings, portal: Portal, parts: { cms: Part; publisher: Part }, random: Random) {
    this.#settings = settings;
    this.#portal = portal;
    this.parts = parts;
    this.#random = random;
  }

  async begin(): Promise<void> {
    for (let count = 0; count < 3; count += 1) await this.#release();
    await this.#look('begin');
  }

  /** Starts the part with a failpoint, does commands until it dies there, starts it again and looks. @returns whether it died */
  async dieAt(point: string): Promise<boolean> {
    const ofCms = !(FAILPOINTS as readonly string[]).includes(point);
    const name = ofCms ? 'cms' : 'publisher';
    let dead = false;
    try {
      await this.#restart(name, { GONGKAI_FAILPOINT: point });
      void this.parts[name].ended.then(() => (dead = true));
    } catch (error) {
      // Some steps are passed while it starts, to finish what was left: then it dies before it answers.
      if (!(error instanceof PartDied)) throw error;
      dead = true;
    }
    const deadline = Date.now() + DEATH_WITHIN_MS;
    while (!dead && Date.now() < deadline) {
      await this.#anything();
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    await this.#restart(name, {});
    await this.#look(point);
    return dead;
  }

  /** Kills one of the two at some moment while a command is under way. */
  async dieAnywhere(): Promise<void> {
    const name = this.#random.below(2) === 0 ? 'cms' : 'publisher';
    const wait = this.#random.below(LONGEST_WAIT_MS);
    const work = this.#anything();
    await new Promise((resolve) => setTimeout(resolve, wait));
    await this.parts[name].kill();
    await work;
    await this.#restart(name, {});
    await this.#look(`random kill of ${name} after ${wait} ms`);
  }

  async #restart(name: 'cms' | 'publisher', extra: NodeJS.ProcessEnv): Promise<void> {
    await this.parts[name].kill();
    this.parts[name] = name === 'cms' ? await startCms(this.#settings, extra) : await startPublisher(this.#settings, extra);
  }

  /** One command or more; a CMS that dies in the middle is no error here, what it leaves behind is looked at afterwards. */
  async #anything(): Promise<void> {
    try {
      const kind = this.#random.below(10);
      const live = this.#known[this.#random.below(this.#known.length)];
      if (kind < 5 || !live) await this.#release();
      else if (kind < 8) await this.#correct(live);
      else await this.#withdraw(live);
    } catch (error) {
      if (error instanceof DeskError && error.status < 500) return;
      if (error instanceof TypeError || error instanceof DeskError) return;
      throw error;
    }
  }

  async #act(person: keyof Portal, documentId: string, action: string, input: object = {}): Promise<void> {
    this.commands += 1;
    await this.#portal[person].act(documentId, action, input);
  }

  async #release(): Promise<void> {
    const column = COLUMNS[this.#random.below(COLUMNS.length)] ?? 'gsgg';
    const title = `停电演练第${(this.#titles += 1)}号公告`;
    this.commands += 1;
    const { documentId, publicId } = await this.#portal.uploader.create(fields({ title, columnCode: column }));
    this.#known.push({ documentId, id: publicId, title, column });
    await this.#pass(documentId);
  }

  async #pass(documentId: string): Promise<void> {
    await this.#act('uploader', documentId, 'submit', { acceptWarnings: '演练' });
    await this.#act('deputy', documentId, 'first-approve');
    await this.#act('head', documentId, 'final-approve');
    await this.#act('releaser', documentId, 'release', { acceptWarnings: '演练' });
  }

  async #correct({ documentId }: Known): Promise<void> {
    await this.#act('uploader', documentId, 'correct', { reason: '演练更正', note: '演练更正说明' });
    const { version } = await this.#portal.uploader.panel(documentId);
    await this.#portal.uploader.edit(documentId, version, { body: `<p>更正后的正文 ${this.commands}</p>` });
    await this.#pass(documentId);
  }

  async #withdraw({ documentId }: Known): Promise<void> {
    await this.#act('deputy', documentId, 'propose-withdrawal', { reason: '演练撤回' });
    await this.#act('head', documentId, 'confirm-withdrawal');
  }

  #fault(when: string, what: string): void {
    this.faults.push(`${when}：${what}`);
    console.error(`! ${when}：${what}`);
  }

  /** Compares what readers see with what the CMS says is public. */
  async #look(when: string): Promise<void> {
    await untilSettled(this.#settings);
    const verification = (await (
      await fetch(`${this.#settings.cmsUrl}/api/review/verify`, { method: 'POST', headers: { authorization: `Bearer ${this.#settings.secrets.operatorToken}` } })
    ).json()) as { ok: boolean; faults: unknown[] };
    if (!verification.ok) this.#fault(when, `审计链：${JSON.stringify(verification.faults)}`);
    const feeds = new Map<string, string>();
    for (const column of COLUMNS) feeds.set(column, await this.#text(`${this.#settings.siteUrl}/${column}/${shanghaiMonth(new Date())}/`));
    for (const known of this.#known) await this.#lookAt(when, known, feeds.get(known.column) ?? '');
  }

  async #lookAt(when: string, known: Known, month: string): Promise<void> {
    const panel = await this.#portal.auditor.panel(known.documentId);
    const { page } = placesOf(this.#settings, known.column, shanghaiMonth(new Date()), known.id);
    const response = await fetch(page);
    const text = await response.text();
    const listed = month.split(`${known.id}.html`).length - 1;
    if (panel.live) {
      if (response.status !== 200 || !text.includes(known.title)) this.#fault(when, `${known.id} 已发布而页面是 ${response.status}`);
      if (listed !== 1) this.#fault(when, `${known.id} 已发布而在当月列表中出现 ${listed} 次`);
      if (!panel.live.liveAt) this.#fault(when, `${known.id} 已上线而没有回执`);
    } else if (panel.state === 'withdrawn') {
      if (response.status !== 410) this.#fault(when, `${known.id} 已撤回而页面是 ${response.status}`);
      if (listed !== 0) this.#fault(when, `${known.id} 已撤回而仍在当月列表中`);
    } else {
      if (response.status !== 404) this.#fault(when, `${known.id} 未公开而页面是 ${response.status}`);
      if (listed !== 0) this.#fault(when, `${known.id} 未公开而在当月列表中`);
    }
    if (panel.history.filter((entry) => entry.action === 'create').length !== 1) this.#fault(when, `${known.id} 的起草记录重复或缺失`);
  }

  async #text(address: string): Promise<string> {
    const response = await fetch(address);
    return response.ok ? response.text() : '';
  }
}
