import type { Bench } from './bench.ts';

/** Every bench by its name; the work itself is loaded only when it is asked for. */
export const benches: { name: string; about: string; load: () => Promise<Bench> }[] = [
  {
    name: 'read',
    about: '读取并转换三份语料 / reading and converting the corpora',
    load: async () => (await import('./read.ts')).readBench,
  },
  {
    name: 'corpus',
    about: '写入任意大小的已发布语料 / a published corpus of any size',
    load: async () => (await import('./corpus.ts')).corpusBench,
  },
  {
    name: 'publish',
    about: '从发布到读者看见 / from release to being seen',
    load: async () => (await import('./publish.ts')).publishBench,
  },
  {
    name: 'withdraw',
    about: '从撤回到无处可见，以及泄密的痕迹 / from withdrawal to being gone, and traces of leaks',
    load: async () => (await import('./withdraw.ts')).withdrawBench,
  },
  {
    name: 'desk',
    about: '待办和一次审核决定，在任意大小的语料上 / the inbox and one decision at any size',
    load: async () => (await import('./desk.ts')).deskBench,
  },
  {
    name: 'crash',
    about: '在每个步骤和随机时刻杀死进程（--documents 为随机次数）/ killing at every step and at random',
    load: async () => (await import('./crash.ts')).crashBench,
  },
  {
    name: 'checks',
    about: '检查在真实文本上的误报 / how often the checks stop real documents',
    load: async () => (await import('./checks.ts')).checksBench,
  },
  {
    name: 'search',
    about: '搜索页找得准不准、快不快（--documents 为每类查询的上限）/ how well and how fast the search page finds',
    load: async () => (await import('./search.ts')).searchBench,
  },
];
