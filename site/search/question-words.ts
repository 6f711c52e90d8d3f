/**
 * Pairs that a question is made of, not what it is about: 怎么, 是否, 可以. Asked for by themselves they bring up whatever has many
 * of them. Left out of whole questions only; what is typed between quotation marks or found as it stands is asked for as it is.
 */
const WORDS =
  '怎么 么办 怎办 怎样 什么 为什 为何 如何 何处 何认 是否 否可 否有 否应 否需 否能 可以 以吗 能否 可否 能不 不能 应该 应当 需要 哪些 哪个 哪里 ' +
  '多少 多久 多长 几年 几天 有没 没有 是什 么样 么处 么时 时候 请问 该如 该怎 是不 不是 会不 算不 算是 要不 不要 我想 想问 问一 一下 我的 我们 他们 这种 这样 这个 那么 吗请';

const KNOWN: ReadonlySet<string> = new Set(WORDS.split(' '));

export const isQuestionWord = (pair: string): boolean => KNOWN.has(pair);
