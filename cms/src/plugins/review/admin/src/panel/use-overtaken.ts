import { useNotification } from '@strapi/admin/strapi-admin';
import { useEffect, useRef, useState } from 'react';
import type { Panel } from '../requests/answers';
import { useReadAnewMutation } from '../requests/api';

/** Form and panel are read by two requests: for this long they may differ without anybody having been first. */
const SETTLING_MS = 1500;
/** Nobody has read a document and made up their mind so soon after opening it. */
const ARRIVING_MS = 5000;

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
  const [readAnew] = useReadAnewMutation();
  const { toggleNotification } = useNotification();
  /** Of the document in the panel; `agreed` once form and panel were of one version, or were to become so. */
  const visit = useRef({ documentId: '', since: 0, agreed: false });
  if (visit.current.documentId !== documentId) visit.current = { documentId, since: Date.now(), agreed: false };
  const [overtaken, setOvertaken] = useState(false);
  const differs = seen !== null && panel !== undefined && seen !== panel.version;
  const isAnswered = answeredAt >= visit.current.since || failed;
  useEffect(() => {
    if (!differs) setOvertaken(false);
    // Of one version, and the panel fresh: what differs from now on was changed while somebody was here, perhaps by themselves.
    if (!differs && isAnswered) visit.current.agreed = true;
    if (!differs || !isAnswered) return undefined;
    if (!unsaved && !visit.current.agreed && Date.now() - visit.current.since < ARRIVING_MS) {
      visit.current.agreed = true;
      void readAnew(documentId);
      toggleNotification({ type: 'info', message: '这条信息已经变动，正在显示最新内容。' });
      return undefined;
    }
    const timer = setTimeout(() => setOvertaken(true), SETTLING_MS);
    return () => clearTimeout(timer);
  }, [differs, isAnswered, answeredAt, unsaved, documentId, readAnew, toggleNotification]);
  if (overtaken) return 'overtaken';
  return differs || !isAnswered ? 'reading' : 'no';
};
