import type { Check } from '../finding';

const FILE_NAME = /^[\w.-]+\.(?:jpe?g|png|gif|webp|bmp)$|^(?:IMG|DSC|微信图片)[_\d-]+$|^图片?\d*$/i;

/** 替代文字: what a picture shows must be said for those who cannot see it (GB/T 37668-2019). */
export const alternativeText: Check = {
  id: 'alternative-text',
  title: '图片替代文字',
  run: (subject) =>
    subject.body.images
      .filter((image) => image.alt === '' || FILE_NAME.test(image.alt))
      .map((image) => ({
        place: image.place,
        severity: image.alt === '' ? ('stop' as const) : ('warn' as const),
        message: image.alt === '' ? '这张图片没有替代文字。' : `替代文字「${image.alt}」只是文件名，没有说明图片内容。`,
        hint: '请用一句话写出图片里有什么，读屏软件会读给看不见图片的人听。',
        excerpt: null,
        matched: image.alt,
        kept: image.alt,
      })),
};
