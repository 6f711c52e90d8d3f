import { getFetchClient } from '@strapi/admin/strapi-admin';
import { useEffect } from 'react';

/** Bytes of a file of a revision, asked for with the person's own session. */
export const readFile = async (documentId: string, revision: number, sha256: string): Promise<Blob> =>
  (await getFetchClient().get<Blob>(`/review/decisions/${documentId}/files/${revision}/${sha256}`, { responseType: 'blob' })).data;

/** Puts the pictures of a revision into its page; one that cannot be had says so in its place. */
export const usePictures = (page: Document | null, documentId: string, revision: number, onChange: () => void): void => {
  useEffect(() => {
    if (!page) return undefined;
    const urls: string[] = [];
    let over = false;
    for (const image of page.querySelectorAll<HTMLImageElement>('img[data-asset]')) {
      readFile(documentId, revision, image.dataset.asset ?? '').then(
        (blob) => {
          if (over) return;
          const url = URL.createObjectURL(blob);
          urls.push(url);
          image.addEventListener('load', onChange, { once: true });
          image.src = url;
        },
        () => {
          image.alt = `（图片没有取到）${image.alt}`;
        },
      );
    }
    return () => {
      over = true;
      for (const url of urls) URL.revokeObjectURL(url);
    };
  }, [page, documentId, revision, onChange]);
};
