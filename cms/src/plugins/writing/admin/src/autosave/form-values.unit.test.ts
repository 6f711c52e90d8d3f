import { differencesOf, isBegun, isSaved, sameValue, typedIn } from './form-values';

test('an emptied field, a missing one and an empty list are the same; files are told by their id', () => {
  expect(sameValue('', null)).toBe(true);
  expect(sameValue(undefined, [])).toBe(true);
  expect(sameValue([{ id: 1, name: 'a', url: '/x' }], [{ id: 1, name: 'a' }])).toBe(true);
  expect(sameValue([{ id: 1 }], [{ id: 2 }])).toBe(false);
  expect(sameValue('甲', '乙')).toBe(false);
});

test('what was typed is the changed fields with what stood there; what commands write is left out', () => {
  const opened = { title: '旧', body: null, lockVersion: 3, reviewState: 'draft' };
  expect(typedIn(opened, { ...opened, lockVersion: 4, reviewState: 'x' })).toBeNull();
  expect(typedIn(opened, { ...opened, title: '新', summary: '概述' })).toEqual({
    changed: { title: '新', summary: '概述' },
    base: { title: '旧', summary: null },
  });
});

test('text that was emptied is text typed', () => {
  expect(typedIn({ body: '<p>全文</p>' }, { body: null })).toEqual({ changed: { body: null }, base: { body: '<p>全文</p>' } });
});

test('differences name what both sides changed', () => {
  const kept = {
    changed: { title: '我的', body: '我的正文', source: '同' },
    base: { title: '旧', body: '旧正文', source: '旧' },
  };
  expect(differencesOf(kept, { title: '旧', body: '别人的正文', source: '同' })).toEqual([
    { field: 'title', mine: '我的', theirs: '旧', both: false },
    { field: 'body', mine: '我的正文', theirs: '别人的正文', both: true },
  ]);
});

test('a text counts as saved when its letters, pictures and addresses are there, however the server has cleaned it', () => {
  const sent = (body: string) => ({ changed: { body, title: ' 标题\u200B' }, base: {} });
  const present = { title: '标题', body: '<p>甲 &lt; 乙&nbsp;<strong>丙</strong><img src="/uploads/a.png" alt="" /></p>' };
  expect(isSaved(sent('<div>甲 &lt; 乙 <b>丙</b></div><img src="/uploads/a.png" alt="">'), present)).toBe(true);
  expect(isSaved(sent('<p>甲 &lt; 乙 丙丁<img src="/uploads/a.png"></p>'), present)).toBe(false);
  expect(isSaved(sent('<p>甲 &lt; 乙 丙<img src="/uploads/b.png"></p>'), present)).toBe(false);
  expect(isSaved({ changed: { title: '我的' }, base: {} }, { title: '别人的' })).toBe(false);
  expect(isSaved({ changed: { attachments: [{ id: 1 }] }, base: {} }, { attachments: [{ id: 1, name: 'a' }] })).toBe(true);
});

test('a new document in which only the department was filled in was not begun', () => {
  expect(isBegun({ changed: { departmentCode: 'szf' }, base: { departmentCode: null } })).toBe(false);
  expect(isBegun({ changed: { departmentCode: 'szf', title: '甲' }, base: {} })).toBe(true);
});

test('专项内容 that come back with their keys in another order and tidied are the same and are saved', () => {
  const sent = { type: 'person', post: '市长 ', order: 1 };
  expect(sameValue({ order: 1, post: '市长', type: 'person' }, { type: 'person', post: '市长', order: 1 })).toBe(true);
  expect(sameValue(sent, { ...sent, order: 2 })).toBe(false);
  expect(isSaved({ changed: { particulars: sent }, base: {} }, { particulars: { order: 1, post: '市长', type: 'person' } })).toBe(true);
  expect(isSaved({ changed: { particulars: sent }, base: {} }, { particulars: { order: 1, post: '书记', type: 'person' } })).toBe(false);
});
