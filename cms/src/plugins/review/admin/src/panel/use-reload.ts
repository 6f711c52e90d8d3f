import { useAuth, useNotification } from '@strapi/admin/strapi-admin';
import { useCallback, useEffect } from 'react';
import { EDITABLE } from '../../../server/src/decisions/states';
import { DOCUMENT } from '../content-manager/document-type';
import type { Panel } from '../requests/answers';

const DONE = 'gongkai-review-done';
const UPDATE = 'plugin::content-manager.explorer.update';

const isEditable = ({ state }: Panel): boolean => EDITABLE.includes(state);

/**
 * After a command that opens or closes the form for whoever writes, the page is loaded anew: the content manager asks only when a page
 * opens which fields may be written (`content-manager/lock-in-review.ts`). For everybody else the form is read anew in place.
 */
export const useAfterCommand = () => {
  const writes = useAuth('ReviewPanel', ({ permissions }) =>
    permissions.some(({ action, subject }) => action === UPDATE && subject === DOCUMENT),
  );
  const { toggleNotification } = useNotification();
  return useCallback(
    (before: Panel, after: Panel, message: string) => {
      if (!writes || isEditable(before) === isEditable(after)) {
        toggleNotification({ type: 'success', message });
        return;
      }
      sessionStorage.setItem(DONE, message);
      window.location.reload();
    },
    [writes, toggleNotification],
  );
};

/** Says after such a reload what was done before it. */
export const useDoneMessage = (): void => {
  const { toggleNotification } = useNotification();
  useEffect(() => {
    const message = sessionStorage.getItem(DONE);
    if (!message) return;
    sessionStorage.removeItem(DONE);
    toggleNotification({ type: 'success', message });
  }, [toggleNotification]);
};
