import type { Browser } from 'playwright-core';
import { openBrowser } from '../browser/index.ts';
import { askedOfEngine } from '../publisher/search/fixture/expected.ts';
import type { Bench, BenchContext, BenchFigures, BenchResult } from './bench.ts';
import { qualityOf, SearchSession, type Quality, type Seen, type Traffic } from './search/asking.ts';
import { openLawsSite, type LawsSite } from './search/laws-site.ts';
import { citizensQuestions, numbersSpelt, rareSubstrings, shortQueries, SPELLINGS, traditional, wholeTitles, type Asking } from './search/queries.ts';
import { BUDGETS } from '../judges/budgets.ts';
import { percentile, ratio, rounded } from './timing.ts';

const SUBSTRINGS = 150;
const TITLES = 150;
/** Questions asked again in traditional characters, and of each kind for speed. */
const TRADITIONAL_QUESTIONS = 100;
const NUMBERS = 20;
const SPEED = 60;
/** Queries asked in one page, one after the other, before a fresh browser takes its place. */
const IN_ONE_SESSION = 5;
const COUNTED = 25;
/** Queries of one page where only the answers matter. */
const IN_ONE_PAGE = 40;

type Say = (detail: string) => void;

/** Pages that ask at the same time where only the answers matter. */
const LANES = 2;

/** All of them, each lane one after the other in one page, as somebody does who goes on searching. */
const askAll = async (browser: Browser, site: LawsSite, askings: Asking[], say: Say): Promise<Seen[]> => {
  const seen: Seen[] = [];
  const left = [...askings.entries()];
  const begun = performance.now();
  let done = 0;
  const lane = async (): Promise<void> => {
    let session = await SearchSession.open(browser, site.address);
    let asked = 0;
    try {
      for (let next = left.shift(); next; next = left.shift()) {
        // The engine keeps what it has read; nobody asks that often in one page.
        if ((asked += 1) % IN_ONE_PAGE === 0) {
          await session.close();
          session = await SearchSession.open(browser, site.address);
        }
        seen[next[0]] = await session.ask(next[1].query, true);
        done += 1;
        say(`${done}/${askings.length}，每次 ${Math.round((performance.now() - begun) / done)} 毫秒`);
      }
    } finally {
      await session.close();
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return seen;
};

const inTraditional = (askings: Asking[], write: (text: string) => string): Asking[] =>
  askings.map(({ query, relevant }) => ({ query: write(query), relevant }));

interface Speed {
  p50Ms: number;
  p95Ms: number;
  p50ToPlainFetchRatio: number;
  p95ToPlainFetchRatio: number;
  bytesP50: number;
  bytesP95: number;
  requestsP50: number;
  requestsP95: number;
}

interface SpeedAndStart {
  speed: Speed;
  /** Everything up to and with the first query of a session. */
  start: Traffic[];
}

/**
 * From submit to first results, in fresh browsers with nothing kept, five queries each; the page has had its first letter typed before.
 * Reference for each query: the same files fetched at once from the same server and unpacked.
 */
const speedOf = async (browser: Browser, site: LawsSite, queries: string[], say: Say): Promise<SpeedAndStart> => {
  const times: number[] = [];
  const plain: number[] = [];
  const traffic: Traffic[] = [];
  const start: Traffic[] = [];
  for (let from = 0; from < queries.length; from += IN_ONE_SESSION) {
    const session = await SearchSession.open(browser, site.address);
    await session.beginToType();
    const before = await session.traffic();
    for (const [place, query] of queries.slice(from, from + IN_ONE_SESSION).entries()) {
      const { ms } = await session.ask(query, false);
      const fetched = await session.traffic();
      if (place === 0) start.push({ bytes: before.bytes + fetched.bytes, requests: before.requests + fetched.requests, addresses: [] });
      times.push(ms);
      traffic.push(fetched);
      plain.push(await session.fetchPlainly(fetched.addresses));
      await session.traffic();
    }
    await session.close();
    say(`${Math.min(queries.length, from + IN_ONE_SESSION)}/${queries.length}`);
  }
  const reference = percentile(plain, 0.5);
  const bytes = traffic.map((one) => one.bytes);
  const requests = traffic.map((one) => one.requests);
  return {
    start,
    speed: {
      p50Ms: rounded(percentile(times, 0.5)),
      p95Ms: rounded(percentile(times, 0.95)),
      p50ToPlainFetchRatio: ratio(percentile(times, 0.5), reference),
      p95ToPlainFetchRatio: ratio(percentile(times, 0.95), reference),
      bytesP50: percentile(bytes, 0.5),
      bytesP95: percentile(bytes, 0.95),
      requestsP50: percentile(requests, 0.5),
      requestsP95: percentile(requests, 0.95),
    },
  };
};

/** How many of these queries have the same count in the browser as in Pagefind asked by itself in Node. */
const countsAgree = async (site: LawsSite, askings: Asking[], seen: Seen[]): Promise<{ asked: number; equal: number }> => {
  const compared = askings.map(({ query }, place) => ({ query, seen: seen[place] as Seen })).filter((one) => !one.seen.nearest).slice(0, COUNTED);
  const inNode = await askedOfEngine(site.address, site.engineFolder, compared.map(({ query }) => ({ query })));
  return { asked: compared.length, equal: compared.filter((one, place) => one.seen.total === inNode[place]?.length).length };
};

const share = (value: number): string => value.toFixed(3);

const row = (name: string, { asked, hitAt10, hitAt1, withoutResult }: Quality, wanted: string): string[] => [name, String(asked), share(hitAt10), share(hitAt1), String(withoutResult), wanted];

const figures = ({ asked, hitAt10, hitAt1, withoutResult }: Quality): BenchFigures => ({ asked, hitAt10: rounded(hitAt10), hitAt1: rounded(hitAt1), withoutResult });

const kB = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;

const run = async (context: BenchContext): Promise<BenchResult> => {
  const site = await context.progress.step('生成法规站点和检索包（不经管理系统）', (say) => openLawsSite(context.folder, context.corpora(), say));
  return measure(context, site);
};

/** Asks the site everything and closes it. */
export const measure = async (context: BenchContext, site: LawsSite): Promise<BenchResult> => {
  const { seed, progress } = context;
  const browser = await openBrowser();
  try {
    const laws = site.documents.filter(({ source }) => source === '法律法规库');
    const write = await traditional();
    const some = <Item>(list: Item[]): Item[] => list.slice(0, context.documents ?? list.length);
    const questions = citizensQuestions(context.corpora(), laws, site.idOf);
    const [chosenOn, heldOut] = [some(questions.chosenOn), some(questions.heldOut)];
    const substrings = some(await progress.step('选取少见字串', () => Promise.resolve(rareSubstrings(site.documents, SUBSTRINGS, seed))));
    const titles = some(wholeTitles(laws, TITLES, seed));
    const ask = async (name: string, askings: Asking[]) => {
      const seen = await progress.step(name, (say) => askAll(browser, site, askings, say));
      // Said at once: whatever ends the run later does not take it along.
      const { hitAt10, hitAt1, withoutResult } = qualityOf(askings, seen);
      const nothing = askings.filter((_, place) => seen[place]?.ids.length === 0).map(({ query }) => query);
      console.log(`  hit@10 ${share(hitAt10)}，hit@1 ${share(hitAt1)}，无结果 ${withoutResult}${nothing.length > 0 ? `：${nothing.join('、')}` : ''}`);
      return seen;
    };

    const short = await progress.step('速度：短查询', (say) => speedOf(browser, site, some(shortQueries(laws, SPEED, seed)), say));
    const whole = await progress.step('速度：整句提问', (say) => speedOf(browser, site, heldOut.slice(0, SPEED).map(({ query }) => query), say));
    const seenHeldOut = await ask('提问，评判用的一半', heldOut);
    const seenChosenOn = await ask('提问，选参数用的一半', chosenOn);
    const seenSubstrings = await ask('少见字串', substrings);
    const seenTitles = await ask('完整标题', titles);
    const again = heldOut.slice(0, TRADITIONAL_QUESTIONS);
    const seenAgain = await ask('提问，繁体', inTraditional(again, write));
    const seenSubstringsAgain = await ask('少见字串，繁体', inTraditional(substrings, write));
    const seenTitlesAgain = await ask('完整标题，繁体', inTraditional(titles, write));
    const numbers: [string, Quality][] = [];
    for (const spelling of Object.keys(SPELLINGS)) {
      const askings = numbersSpelt(site.documents, spelling, NUMBERS, seed);
      numbers.push([spelling, qualityOf(askings, await ask(`文号 ${spelling}`, askings))]);
    }
    const counts = await countsAgree(site, substrings, seenSubstrings);

    const quality = {
      questionsHeldOut: qualityOf(heldOut, seenHeldOut),
      questions: qualityOf([...heldOut, ...chosenOn], [...seenHeldOut, ...seenChosenOn]),
      substrings: qualityOf(substrings, seenSubstrings),
      titles: qualityOf(titles, seenTitles),
      questionsSame: qualityOf(again, seenHeldOut.slice(0, TRADITIONAL_QUESTIONS)),
      questionsTraditional: qualityOf(again, seenAgain),
      substringsTraditional: qualityOf(substrings, seenSubstringsAgain),
      titlesTraditional: qualityOf(titles, seenTitlesAgain),
    };
    const startBytes = percentile([...short.start, ...whole.start].map(({ bytes }) => bytes), 0.95);
    const speedRow = (name: string, { speed }: SpeedAndStart, wanted: string): string[] => [
      name,
      `${speed.p50Ms} / ${speed.p95Ms} 毫秒`,
      `${speed.p50ToPlainFetchRatio} / ${speed.p95ToPlainFetchRatio} 倍`,
      `${kB(speed.bytesP50)} / ${kB(speed.bytesP95)}`,
      `${speed.requestsP50} / ${speed.requestsP95} 次`,
      wanted,
    ];
    console.log(`\n随机种子 ${seed}；${site.documents.length} 篇，其中 ${site.documents.length - laws.length} 篇是为测文号而编的；检索包 ${site.bundles.map(({ documents }) => documents).join(' + ')} 篇。`);
    console.log('提问分成两半：偶数位的用来选参数，奇数位的只用来评判。速度在全新的浏览器里测，每个浏览器连续五次；质量由两个页面同时连续测。');
    return {
      table: [
        ['', '次数', 'hit@10', 'hit@1', '无结果', '要求'],
        row('提问，评判用的一半', quality.questionsHeldOut, '0.76 / 0.38 / 0'),
        row('提问，全部', quality.questions, '0.76 / 0.38 / 0'),
        row('少见字串', quality.substrings, '0.98 / 0.82'),
        row('完整标题', quality.titles, 'hit@1 0.95'),
        row(`提问，前 ${TRADITIONAL_QUESTIONS} 个，简体`, quality.questionsSame, ''),
        row(`提问，前 ${TRADITIONAL_QUESTIONS} 个，繁体`, quality.questionsTraditional, '同简体'),
        row('少见字串，繁体', quality.substringsTraditional, '同简体'),
        row('完整标题，繁体', quality.titlesTraditional, '同简体'),
        ...numbers.map(([spelling, one]) => row(`文号 ${spelling}`, one, 'hit@1 1')),
        [],
        ['', '次数', '相同', '', '', '要求'],
        ['浏览器里的条数与检索包自己的', String(counts.asked), String(counts.equal), '', '', '全部'],
        [],
        ['', 'p50 / p95', '比直取同样的文件', '读取', '请求', '要求'],
        speedRow('短查询', short, '300 / 900 毫秒'),
        speedRow('整句提问', whole, '500 / 1500 毫秒'),
        ['从打开页面到第一次查询，p95', '', '', kB(startBytes), '', kB(BUDGETS.firstQueryBytes)],
      ],
      json: {
        seed,
        documents: site.documents.length,
        ...Object.fromEntries(Object.entries(quality).map(([name, one]) => [name, figures(one)])),
        numbers: Object.fromEntries(numbers.map(([spelling, one]) => [spelling, figures(one)])),
        counts,
        short: { ...short.speed },
        wholeQuestions: { ...whole.speed },
        startBytesP95: startBytes,
      },
    };
  } finally {
    await browser.close();
    await site.server.close();
  }
};

/** How well and how fast the search page finds, in a real browser, on the laws. `--documents` is the most queries of a kind. */
export const searchBench: Bench = { run };
