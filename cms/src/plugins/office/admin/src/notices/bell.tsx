import { Box, VisuallyHidden } from '@strapi/design-system';
import { Bell as BellIcon } from '@strapi/icons';
import type { SVGProps } from 'react';
import { useEffect, useState } from 'react';
import { useNoticeCountQuery } from '../requests/api';

const ASK_EVERY_MS = 30_000;
const IDLE_AFTER_MS = 5 * 60_000;
const MOST_SHOWN = 99;

/**
 * Whether somebody is at the screen. The bell asks only then: a page left open must neither flood the server nor keep the session
 * of an empty chair alive.
 */
const useSomebodyThere = (): boolean => {
  const [there, setThere] = useState(true);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const gone = () => setThere(false);
    const stir = () => {
      clearTimeout(timer);
      if (document.visibilityState === 'hidden') return gone();
      setThere(true);
      timer = setTimeout(gone, IDLE_AFTER_MS);
    };
    const events = ['pointerdown', 'keydown', 'visibilitychange'] as const;
    events.forEach((event) => document.addEventListener(event, stir));
    stir();
    return () => {
      clearTimeout(timer);
      events.forEach((event) => document.removeEventListener(event, stir));
    };
  }, []);
  return there;
};

/** The icon of 「通知」 in the menu, with how many are unread. */
export const Bell = (icon: SVGProps<SVGSVGElement>) => {
  const pollingInterval = useSomebodyThere() ? ASK_EVERY_MS : 0;
  const { data } = useNoticeCountQuery(undefined, { pollingInterval });
  const unread = data?.unread ?? 0;
  return (
    <Box tag="span" position="relative" display="inline-flex">
      <BellIcon {...icon} />
      {unread > 0 && (
        <Box
          tag="span"
          position="absolute"
          background="danger600"
          color="neutral0"
          style={{
            top: '-0.9rem',
            right: '-1.1rem',
            minWidth: '1.6rem',
            padding: '0 0.3rem',
            borderRadius: '0.8rem',
            fontSize: '1.05rem',
            lineHeight: '1.6rem',
            textAlign: 'center',
          }}
        >
          <span aria-hidden>{unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}</span>
          <VisuallyHidden>{unread} 条未读</VisuallyHidden>
        </Box>
      )}
    </Box>
  );
};
