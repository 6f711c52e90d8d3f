import { Box, Button, Flex, Loader, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Fault } from '../../../../review/admin/src/requests/fault';
import { faultOf } from '../../../../review/admin/src/requests/fault';
import { Notice } from '../../../../review/admin/src/panel/notice';
import type { Previewed } from './requests';
import { useOpenPreviewMutation } from './requests';

/** Widths of the two looks, in CSS pixels: a common telephone, and a window in which the site shows all of its columns. */
const WIDTHS = { phone: 360, desktop: 1280 } as const;
type Look = keyof typeof WIDTHS;
const NAMES: Record<Look, string> = { desktop: '电脑', phone: '手机' };

/** Width of an element, kept up to date. */
const useWidth = () => {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    if (!element.current) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return { element, width };
};

interface FrameProps {
  url: string;
  look: Look;
  height: number;
}

/** The page at its own width, made smaller where there is less room: what a wide screen shows, not what a narrow box would. */
const Frame = ({ url, look, height }: FrameProps) => {
  const { element, width } = useWidth();
  const scale = width === 0 ? 1 : Math.min(1, width / WIDTHS[look]);
  return (
    <Box ref={element} width="100%" height={`${height}px`} overflow="hidden" background="neutral150">
      <iframe
        title={`预览（${NAMES[look]}）`}
        src={url}
        sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads"
        referrerPolicy="no-referrer"
        style={{
          display: 'block',
          width: WIDTHS[look],
          height: height / scale,
          border: 0,
          background: '#fff',
          transform: `scale(${scale})`,
          transformOrigin: '0 0',
          marginLeft: Math.max(0, (width - WIDTHS[look] * scale) / 2),
        }}
      />
    </Box>
  );
};

export interface PreviewFrameProps extends Previewed {
  /** In CSS pixels. */
  height?: number;
  /** Which look it begins with. */
  look?: Look;
}

/**
 * 预览: the page as the site will print it, in a frame, with a switch between the widths of a telephone and of a screen. To be put
 * wherever somebody decides about a document: `<PreviewFrame documentId={id} revision={3} />` shows what was submitted as revision 3,
 * `revision="draft"` the draft as it was last saved. It asks for a signed address of five minutes each time it is shown or reloaded;
 * what it shows has no buttons that do anything, and links open the live site beside it.
 */
export const PreviewFrame = ({ documentId, revision, height = 640, look: first = 'desktop' }: PreviewFrameProps) => {
  const [open, { isLoading }] = useOpenPreviewMutation();
  const [url, setUrl] = useState<string | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [look, setLook] = useState<Look>(first);
  const load = useCallback(async () => {
    setFault(null);
    const answer = await open({ documentId, revision });
    if ('error' in answer) setFault(faultOf(answer.error));
    else setUrl(answer.data.url);
  }, [open, documentId, revision]);
  useEffect(() => void load(), [load]);
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Flex gap={2} justifyContent="space-between" wrap="wrap">
        <Flex gap={1} role="group" aria-label="预览宽度">
          {(Object.keys(NAMES) as Look[]).map((each) => (
            <Button
              key={each}
              size="S"
              variant={each === look ? 'default' : 'tertiary'}
              aria-pressed={each === look}
              onClick={() => setLook(each)}
            >
              {NAMES[each]}
            </Button>
          ))}
        </Flex>
        <Button size="S" variant="tertiary" startIcon={<ArrowClockwise />} loading={isLoading} onClick={() => void load()}>
          重新载入
        </Button>
      </Flex>
      {fault && (
        <Notice tone="danger" title={fault.message} action={{ label: '再试一次', onClick: () => void load() }}>
          {fault.hint}
        </Notice>
      )}
      {!fault && url && <Frame key={url} url={url} look={look} height={height} />}
      {!fault && !url && (
        <Flex gap={2} role="status">
          <Loader small>正在打开预览</Loader>
          <Typography>正在打开预览…</Typography>
        </Flex>
      )}
    </Flex>
  );
};
