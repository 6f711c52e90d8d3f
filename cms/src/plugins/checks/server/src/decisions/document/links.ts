import type { Check, Found } from '../finding';

const WEB = /^https?:\/\//i;

/** 链接: those into this site are looked up; those that lead elsewhere are asked only where the portal's settings allow it. */
export const links: Check = {
  id: 'link',
  title: '链接',
  run: (subject) =>
    subject.body.links.flatMap((link): Found[] => {
      const known = subject.facts.links[link.href];
      const excerpt = { before: '', match: link.text.slice(0, 40) || link.href.slice(0, 80), after: '' };
      const one = { place: link.place, excerpt, matched: link.href, kept: link.href.slice(0, 200) };
      if (known === 'dead') {
        return [{ ...one, severity: 'warn', message: `链接打不开：${link.href.slice(0, 120)}`, hint: '请改正或删除；确认可用的请写明理由。' }];
      }
      if (known === 'not-asked' && WEB.test(link.href)) {
        return [{ ...one, severity: 'warn', message: `外部链接未核对：${link.href.slice(0, 120)}`, hint: '本系统没有向外访问。请点开确认内容无误，然后写明核对结果。' }];
      }
      return [];
    }),
};
