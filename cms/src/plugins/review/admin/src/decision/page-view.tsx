import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { styled } from 'styled-components';
import type { Content } from '../../../server/src/content/content';
import { underlay } from '../marks/in-page';
import type { Mark } from '../requests/answers';
import { useNames } from '../use-names';
import { pageDocument } from './page-document';
import { usePictures } from './use-pictures';

const Frame = styled.iframe`
  display: block;
  width: 100%;
  border: 0;
  background: #fff;
`;

interface Props {
  documentId: string;
  revision: number;
  content: Content;
  marks: Mark[];
  /** The page stands; its document, for keys and selections. */
  onShown(page: Document): void;
  /** Something else is selected now. */
  onSelection(): void;
}

/** Where the text of the page is that can be marked. */
export const bodyOf = (page: Document | null): Element | null => page?.querySelector('.body') ?? null;

/**
 * A revision as its page will look. A frame without scripts: nothing in a text under review runs in the desk, and the desk's own
 * styles do not touch the page. This is the one place to change when the page is drawn by the site's own routes.
 */
export const PageView = ({ documentId, revision, content, marks, onShown, onSelection }: Props) => {
  const names = useNames();
  const frame = useRef<HTMLIFrameElement>(null);
  const [page, setPage] = useState<Document | null>(null);
  const column = names.column(content.column);
  const department = names.department(content.department);
  const source = useMemo(() => pageDocument(content, { column, department }), [content, column, department]);

  const fit = useCallback(() => {
    const height = frame.current?.contentDocument?.documentElement.offsetHeight;
    if (frame.current && height) frame.current.style.height = `${height}px`;
  }, []);
  usePictures(page, documentId, revision, fit);
  useEffect(() => {
    const body = bodyOf(page);
    if (body) underlay(body, marks);
  }, [page, marks]);
  useEffect(() => {
    if (!page) return undefined;
    page.addEventListener('selectionchange', onSelection);
    return () => page.removeEventListener('selectionchange', onSelection);
  }, [page, onSelection]);
  useEffect(() => {
    if (!frame.current) return undefined;
    const watch = new ResizeObserver(fit);
    watch.observe(frame.current);
    return () => watch.disconnect();
  }, [fit]);

  const loaded = () => {
    const shown = frame.current?.contentDocument;
    // A link in the text leads out of the desk, and the sandbox would not follow it: it is read, not walked.
    if (!shown || !shown.querySelector('.page')) return;
    fit();
    setPage(shown);
    onShown(shown);
  };
  return <Frame ref={frame} title={`版面：${content.title}`} sandbox="allow-same-origin" srcDoc={source} onLoad={loaded} />;
};
