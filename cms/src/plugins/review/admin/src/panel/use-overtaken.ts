import { useNotification } from '@strapi/admin/strapi-admin';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router-dom';
import type { Panel } from '../requests/answers';
import { useReadAnewMutation } from '../requests/api';

/** Form and panel are read by two requests: for this long they may differ without anybody having been first. */
const SETTLING_MS = 1500;
/** Nobody has read a document and made up their mind so soon after opening it. */
const ARRIVING_MS = 5000;

/** When the page that stands here was come to. Outside the panel, which is drawn anew when a window becomes narrow. */
let arrival = { key: '', at: 0 };

const arrivedAt = (key: string): number => {
  if (arrival.key !== key) arrival = { key, at: Date.now() };
  return arrival.at;
};

interface Given {
  documentId: string;
  /** Version of the text in the form; null where this person may not read it. */
  seen: number | null;
  panel: Panel | undefined;
  /** When the panel was last answered, in milliseconds since 1970. */
  answeredAt: number | undefined;
  /** The panel could not be had. */
  failed: boolean;
  /** The form holds what nobody has saved yet. */
  unsaved: boolean;
}

/**
 * Whether the text on the screen is the present one. The content manager shows who comes back to a document what it was a minute ago:
 * that is read anew at once, as long as nothing was typed. Whoever has been reading is told, and asks for the new text.
 * @returns `reading` until form and panel are of one version, `overtaken` when somebody else has dealt with the document since
 */
export const useOvertaken = ({ documentId, seen, panel, answeredAt = 0, failed, unsaved }: Given): 'reading' | 'overtaken' | 'no' => {
  const { key } = useLocation();
  const [readAnew] = useReadAnewMutation();
  const { toggleNotification } = useNotification();
  const asked = useRef('');
  const [overtaken, setOvertaken] = useState(false);
  const since = arrivedAt(key);
  const differs = seen !== null && panel !== undefined && seen !== panel.version;
  const isAnswered = answeredAt >= since || failed;
  useEffect(() => {
    if (!differs) setOvertaken(false);
    // Of one version, and the panel fresh: what differs from now on was changed while somebody was here, perhaps by themselves.
    if (!differs && isAnswered) asked.current = key;
    if (!differs || !isAnswered) return undefined;
    if (!unsaved && asked.current !== key && Date.now() - since < ARRIVING_MS) {
      asked.current = key;
      void readAnew(documentId);
      toggleNotification({ type: 'info', message: '这条信息已经变动，正在显示最新内容。' });
      return undefined;
    }
    const timer = setTimeout(() => setOvertaken(true), SETTLING_MS);
    return () => clearTimeout(timer);
  }, [differs, isAnswered, answeredAt, unsaved, documentId, key, since, readAnew, toggleNotification]);
  if (overtaken) return 'overtaken';
  return differs || !isAnswered ? 'reading' : 'no';
};
