import type { Portrait } from '../../page-data/types-of-rooms.ts';

const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" width="180" height="240"><rect width="180" height="240" fill="#dde3ea"/><circle cx="90" cy="95" r="42" fill="#7b8a9a"/><path d="M20 240c0-60 30-90 70-90s70 30 70 90z" fill="#7b8a9a"/></svg>`;
const src = `data:image/svg+xml,${encodeURIComponent(PICTURE)}`;

/** A picture of nobody, within its address: the component page has no files. */
export const portrait: Portrait = { src, srcset: `${src} 180w`, width: 180, height: 240, alt: '甲某某' };
