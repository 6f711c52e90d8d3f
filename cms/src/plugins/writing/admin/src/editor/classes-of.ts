import { ALIGNMENTS, STYLES, tidyClasses, type Style } from '../../../../review/server/src/content/body-form';

export type Alignment = (typeof ALIGNMENTS)[number];

/** 段落样式 in the order of the list, in the words of the trade (GB/T 9704). Null: a paragraph without any. */
export const STYLE_NAMES: Record<Style, string> = {
  title: '标题（居中）',
  addressee: '主送机关',
  indent: '正文（首行缩进两字）',
  'no-indent': '正文（顶格）',
  'attachment-note': '附件说明',
  signature: '落款（发文机关署名）',
  date: '成文日期',
  footnote: '脚注',
  'to-do': '待办事项',
};

const without = (classes: string | null, group: readonly string[]): string[] => (classes ?? '').split(' ').filter((name) => name !== '' && !group.includes(name));

/** Classes with another style in the place of the present one. */
export const withStyle = (classes: string | null, style: Style | null): string | null =>
  tidyClasses([...without(classes, STYLES), ...(style === null ? [] : [style])]).join(' ') || null;

/** The same for alignment; pressing the present one again takes it off. */
export const withAlignment = (classes: string | null, alignment: Alignment | null): string | null =>
  tidyClasses([...without(classes, ALIGNMENTS), ...(alignment === null || classes?.split(' ').includes(alignment) ? [] : [alignment])]).join(' ') || null;

export const styleOf = (classes: string | null): Style | null => STYLES.find((style) => (classes ?? '').split(' ').includes(style)) ?? null;
