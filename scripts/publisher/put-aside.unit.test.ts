import { refuseBrokenTemplates } from './put-aside.ts';

const failures = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ path: `szyw/202611/test${n}.html`, message: 'bad' }));

describe('pages that fail to render', () => {
  it.each([
    [10, 5],
    [10, 10],
    [25_000, 2_000],
    [100, 19],
  ])('of %i pages, %i are the documents’ own fault', (pages, failed) => {
    expect(() => refuseBrokenTemplates(pages, failures(failed))).not.toThrow();
  });

  it.each([
    [25_000, 2_500],
    [30, 20],
    [200, 200],
  ])('of %i pages, %i are the fault of a template: no document is set aside', (pages, failed) => {
    expect(() => refuseBrokenTemplates(pages, failures(failed))).toThrow(expect.objectContaining({ code: 'TEMPLATES_BROKEN' }));
  });
});
