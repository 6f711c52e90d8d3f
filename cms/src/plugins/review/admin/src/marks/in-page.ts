import type { Mark } from '../requests/answers';
import type { Place, PlacedText } from './places';
import { markOfPlace, placeOf } from './places';

/** Elements a passage is counted from. Blocks inside blocks are blocks of their own. */
const BLOCKS = 'p, h2, h3, h4, li, td, th, caption, figcaption, pre, dt, dd, blockquote';

interface Piece {
  node: Text;
  from: number;
}

const piecesOf = (root: Element): Piece[] => {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const pieces: Piece[] = [];
  let from = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    pieces.push({ node: node as Text, from });
    from += (node as Text).data.length;
  }
  return pieces;
};

/** The text of a page with where its blocks begin. */
export const placedText = (root: Element): PlacedText => {
  const pieces = piecesOf(root);
  const starts: number[] = [];
  for (const block of root.querySelectorAll(BLOCKS)) {
    const first = pieces.find(({ node }) => block.contains(node));
    starts.push(first?.from ?? starts.at(-1) ?? 0);
  }
  return { text: pieces.map(({ node }) => node.data).join(''), starts: starts.length > 0 ? starts : [0] };
};

const offsetOf = (pieces: Piece[], container: Node, offset: number): number => {
  const piece = pieces.find(({ node }) => node === container);
  if (piece) return piece.from + offset;
  // Between elements: where the next text begins.
  const range = container.ownerDocument?.createRange();
  range?.setStart(container, offset);
  const next = pieces.find(({ node }) => range !== undefined && range.comparePoint(node, 0) >= 0);
  const last = pieces.at(-1);
  return next?.from ?? (last ? last.from + last.node.data.length : 0);
};

/** What is selected on a page, as a mark without its remark. */
export const markOfSelection = (root: Element, selection: Selection | null): Omit<Mark, 'remark'> | null => {
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.commonAncestorContainer)) return null;
  const pieces = piecesOf(root);
  const from = offsetOf(pieces, range.startContainer, range.startOffset);
  const to = offsetOf(pieces, range.endContainer, range.endOffset);
  return markOfPlace(placedText(root), { from, to });
};

/** A place as a range of the page. */
export const rangeOfPlace = (root: Element, { from, to }: Place): Range | null => {
  const pieces = piecesOf(root);
  const at = (offset: number, end: boolean) =>
    pieces.find(({ node, from: start }) => (end ? start < offset && start + node.data.length >= offset : start <= offset && start + node.data.length > offset));
  const [first, last] = [at(from, false), at(to, true)];
  if (!first || !last) return null;
  const range = root.ownerDocument.createRange();
  range.setStart(first.node, from - first.from);
  range.setEnd(last.node, to - last.from);
  return range;
};

const OURS = 'mark[data-mark]';

const unwrap = (root: Element): void => {
  for (const mark of root.querySelectorAll(OURS)) mark.replaceWith(...mark.childNodes);
  root.normalize();
};

/**
 * Underlays the marked passages. The elements are put around text and taken away again: offsets, which count text, stay as they are.
 * @returns indexes of the marks whose words are not in the page
 */
export const underlay = (root: Element, marks: Mark[]): number[] => {
  unwrap(root);
  const lost: number[] = [];
  for (const [index, mark] of marks.entries()) {
    const place = placeOf(placedText(root), mark);
    if (!place) {
      lost.push(index);
      continue;
    }
    for (const { node, from } of piecesOf(root)) {
      const begin = Math.max(place.from - from, 0);
      const end = Math.min(place.to - from, node.data.length);
      if (begin >= end) continue;
      const part = node.splitText(begin);
      part.splitText(end - begin);
      const element = root.ownerDocument.createElement('mark');
      element.dataset.mark = String(index);
      element.title = mark.remark;
      part.replaceWith(element);
      element.append(part);
    }
  }
  return lost;
};

/** Brings a mark into view. */
export const showMark = (root: Element, index: number): void => root.querySelector(`mark[data-mark="${index}"]`)?.scrollIntoView({ block: 'center' });
