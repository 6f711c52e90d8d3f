import { getSchema } from '@tiptap/core';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { JSDOM } from 'jsdom';
import { styleOf, withAlignment, withStyle } from './classes-of';
import { findText } from './find-text';
import { insertFootnote } from './footnotes';
import { readBody } from './read-body';
import { bodyExtensions } from './schema';
import { wordCount } from './word-count';
import { writeBody } from './write-body';

const { window } = new JSDOM('<!doctype html>');
const schema = getSchema(bodyExtensions());
const read = (html: string) => readBody(schema, html, (text) => new window.DOMParser().parseFromString(text, 'text/html'));

describe('paragraph styles', () => {
  it('take each other’s place and leave alignment alone', () => {
    expect(withStyle('indent align-center', 'signature')).toBe('signature align-center');
    expect(withStyle('indent', null)).toBeNull();
    expect(withAlignment('indent', 'align-right')).toBe('indent align-right');
    expect(withAlignment('indent align-right', 'align-right')).toBe('indent');
    expect(styleOf('date align-right')).toBe('date');
  });
});

describe('字数', () => {
  it.each([
    ['关于做好工作的通知。', 10],
    ['Word 2019 版', 3],
    ['1,200.50 元', 2],
    ['', 0],
  ])('%s', (text, expected) => expect(wordCount(text)).toBe(expected));
});

describe('finding', () => {
  it('finds across marks, in cells, in order', () => {
    const document = read('<p>供<strong>暖</strong>与供暖</p><table><tbody><tr><td>供暖</td></tr></tbody></table>');
    const found = findText(document, '供暖');
    expect(found.map(({ from, to }) => document.textBetween(from, to))).toEqual(['供暖', '供暖', '供暖']);
    expect(findText(document, '')).toEqual([]);
  });
});

describe('footnotes', () => {
  it('are numbered in the order in which the text refers to them', () => {
    let state = EditorState.create({ doc: read('<p>甲乙</p>') });
    state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 3)));
    state = state.apply(insertFootnote(state, 'b'));
    state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 2)));
    state = state.apply(insertFootnote(state, 'a'));
    expect(writeBody(state.doc)).toBe(
      '<p>甲<sup><a href="#fn-a" id="fnref-a">[1]</a></sup>乙<sup><a href="#fn-b" id="fnref-b">[2]</a></sup></p>' +
        '<p id="fn-a" class="footnote"><a href="#fnref-a">[1]</a> </p><p id="fn-b" class="footnote"><a href="#fnref-b">[2]</a> </p>',
    );
    expect(state.selection.$from.parent.attrs.id).toBe('fn-a');
  });
});
