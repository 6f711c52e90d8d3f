import { useCallback, useState } from 'react';
import { markOfSelection, placedText, rangeOfPlace } from '../marks/in-page';
import type { Place } from '../marks/places';
import { choicesIn } from '../marks/places';
import type { Mark } from '../requests/answers';
import { bodyOf } from './page-view';

interface Picking {
  /** Which block, among those that begin where no other does. */
  block: number;
  /** 0: the whole block; else its nth sentence. */
  sentence: number;
}

/** Chooses a passage by keyboard, where a mouse would draw over it: block by block, then sentence by sentence. */
export const usePassagePicker = (page: Document | null) => {
  const [picking, setPicking] = useState<Picking | null>(null);

  const select = useCallback(
    (place: Place): boolean => {
      const body = bodyOf(page);
      const range = body && rangeOfPlace(body, place);
      const selection = page?.getSelection();
      if (!range || !selection) return false;
      selection.removeAllRanges();
      selection.addRange(range);
      const element = range.startContainer.parentElement;
      element?.scrollIntoView({ block: 'center' });
      return true;
    },
    [page],
  );

  const choices = useCallback(
    (block: number): Place[] => {
      const body = bodyOf(page);
      if (!body) return [];
      const placed = placedText(body);
      const starts = [...new Set(placed.starts)].filter((start, index, all) => placed.text.slice(start, all[index + 1] ?? placed.text.length).trim() !== '');
      return block < 0 || block >= starts.length ? [] : choicesIn({ text: placed.text, starts }, block);
    },
    [page],
  );

  const go = (next: Picking) => {
    const place = choices(next.block)[next.sentence];
    if (place && select(place)) setPicking(next);
  };

  return {
    picking,
    begin: () => go({ block: 0, sentence: 0 }),
    stop: () => {
      page?.getSelection()?.removeAllRanges();
      setPicking(null);
    },
    block: (step: 1 | -1) => picking && go({ block: picking.block + step, sentence: 0 }),
    sentence: (step: 1 | -1) => picking && go({ block: picking.block, sentence: picking.sentence + step }),
    /** What is selected now, by mouse or by keyboard. */
    selected: (): Omit<Mark, 'remark'> | null => {
      const body = bodyOf(page);
      return body ? markOfSelection(body, page?.getSelection() ?? null) : null;
    },
  };
};
