import { Node } from '@tiptap/core';

/** 图片: one of the media library. A picture known only by its hash has no address here; its words stand for it. */
export const Picture = Node.create({
  name: 'image',
  group: 'inline',
  inline: true,
  draggable: true,
  addAttributes: () => ({ src: { default: null }, alt: { default: '' } }),
  parseHTML: () => [
    { tag: 'img[src]', getAttrs: (element) => ({ src: element.getAttribute('src'), alt: element.getAttribute('alt') ?? '' }) },
    { tag: 'span[data-asset]', getAttrs: (element) => ({ src: element.getAttribute('data-asset'), alt: element.textContent ?? '' }) },
  ],
  renderHTML: ({ node }) =>
    String(node.attrs.src).startsWith('asset:')
      ? ['span', { 'data-asset': String(node.attrs.src), class: 'asset' }, String(node.attrs.alt) || '图片']
      : ['img', { src: String(node.attrs.src), alt: String(node.attrs.alt) }],
});

/** 锚点: a place in the text that links lead to. */
export const Anchor = Node.create({
  name: 'anchor',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ id: { default: null } }),
  parseHTML: () => [{ tag: 'a[id]:not([href])' }],
  renderHTML: ({ HTMLAttributes }) => ['a', HTMLAttributes],
});
