import { lookup } from 'node:dns/promises';
import { BlockList, isIPv6 } from 'node:net';
import type { Knex } from 'knex';
import type { BodyLink, Facts } from './decisions/subject';

type Standing = Facts['links'][string];

const PAGE = /^\/([a-z0-9-]+)\/\d{6}\/([A-Za-z0-9]+)(?:\.html|\/[^/]+)$/;
const HEADING = /^\/([a-z0-9-]+)\/(?:index\.html)?$/;
const FIXED = ['xxgk', 'bm', 'search', 'gy', 'hd', 'fw', 'tj', 'zt', 'intake'];
const ANSWER_WITHIN_MS = 6000;
const MOST_ASKED = 40;

/** Addresses of this machine and its network: a link must not make the CMS knock there. */
const INSIDE = new BlockList();
for (const [net, bits] of [['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.168.0.0', 16], ['224.0.0.0', 3]] as const) INSIDE.addSubnet(net, bits);
for (const [net, bits] of [['::', 127], ['fc00::', 7], ['fe80::', 10], ['ff00::', 8]] as const) INSIDE.addSubnet(net, bits, 'ipv6');

const isInside = async (host: string): Promise<boolean> => {
  const addresses = await lookup(host, { all: true });
  return addresses.some(({ address }) => (isIPv6(address) ? address.startsWith('::ffff:') || INSIDE.check(address, 'ipv6') : INSIDE.check(address)));
};

/** One polite question. Redirects count as an answer and are not followed: they could lead inside. */
const ask = async (href: string): Promise<Standing> => {
  try {
    if (await isInside(new URL(href).hostname)) return 'not-asked';
    const response = await fetch(href, { method: 'GET', redirect: 'manual', signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    await response.body?.cancel();
    return response.status >= 400 && response.status !== 403 && response.status !== 405 ? 'dead' : 'answers';
  } catch (error) {
    // Whatever keeps it from answering (no such host, refused, too slow) is the finding.
    return error instanceof Error ? 'dead' : 'not-asked';
  }
};

const inSite = async (knex: Knex, path: string): Promise<Standing | null> => {
  const page = PAGE.exec(path);
  if (page) {
    const row = (await knex('review_state').where({ public_id: page[2] ?? '' }).first('live_revision')) as { live_revision: number | null } | undefined;
    return row && row.live_revision !== null ? 'answers' : 'dead';
  }
  const heading = HEADING.exec(path);
  if (!heading) return null;
  if (FIXED.includes(heading[1] ?? '')) return 'answers';
  return (await knex('columns').where({ code: heading[1] ?? '' }).first('id')) ? 'answers' : 'dead';
};

/**
 * What is known of each link: those into the site are looked up; others are asked only where the setting `GONGKAI_CHECK_LINKS=on`
 * allows it, for by default the CMS calls nobody.
 */
export const askLinks = async (knex: Knex, links: BodyLink[], given: { siteUrl: string; outgoing: boolean }): Promise<Facts['links']> => {
  const known: Facts['links'] = {};
  const outside: string[] = [];
  for (const href of new Set(links.map((link) => link.href))) {
    const path = href.startsWith('/') && !href.startsWith('//') ? href : href.startsWith(`${given.siteUrl}/`) ? href.slice(given.siteUrl.length) : null;
    if (path !== null) {
      const standing = await inSite(knex, path.split(/[?#]/)[0] ?? '');
      if (standing) known[href] = standing;
    } else if (/^https?:\/\//i.test(href) && URL.canParse(href)) outside.push(href);
  }
  const asked = given.outgoing ? outside.slice(0, MOST_ASKED) : [];
  for (const href of outside) known[href] = 'not-asked';
  const answers = await Promise.all(asked.map(async (href) => [href, await ask(href)] as const));
  for (const [href, standing] of answers) known[href] = standing;
  return known;
};
