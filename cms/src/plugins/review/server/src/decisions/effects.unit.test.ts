import type { Surroundings } from './effects';
import { effectsOf } from './effects';

const at: Surroundings = {
  title: '旧办法',
  live: true,
  column: '政策文件',
  furtherColumns: ['公示公告'],
  formerAddresses: 1,
  month: '202603',
  department: '市人民政府',
  attachments: 2,
  pictures: 1,
  incoming: [{ title: '旧办法解读', kind: 'interprets' }],
  repeals: [],
  pinned: false,
  inForce: false,
  keptReleases: 4,
  target: null,
};
const said = (...given: Parameters<typeof effectsOf>): string => effectsOf(...given).map(({ area, text }) => `${area}：${text}`).join('\n');

describe('what a command will do, before it does', () => {
  it('a leak names every place it goes from', () => {
    const words = said('confirm-withdrawal', 'leak', at);
    for (const part of ['1 个旧网址', '「政策文件」「公示公告」', '2026年3月', '2 个附件、1 张图片', '4 个站点版本', '《旧办法解读》（解读）', '站长确认知悉']) expect(words).toContain(part);
  });

  it('an error leaves older releases alone and says that nobody reaches them', () => {
    expect(said('confirm-withdrawal', 'error', at)).toContain('公众访问不到');
  });

  it('废止 keeps the page', () => {
    const words = said('invalidate', 'repealed', at);
    expect(words).toContain('页面保留');
    expect(words).not.toContain('撤下');
  });

  it('a release tells of what it repeals', () => {
    expect(said('release', null, { ...at, live: false, repeals: ['更旧的办法'] })).toContain('《更旧的办法》');
  });

  it('an emergency is told to stand on top of the home page, and until when in Beijing time', () => {
    expect(said('release', null, { ...at, emergency: { until: '2026-11-27T16:30:00.000Z' } })).toContain('首页：显示在首页最上方，到北京时间 2026-11-28 00:30 自动撤下');
    expect(said('urgent-release', null, { ...at, emergency: { until: null } })).toContain('直到解除、更正或撤回');
    expect(said('release', null, at)).not.toContain('首页最上方');
  });

  it('lifting an emergency takes it off the home page and keeps its page', () => {
    expect(said('lift-emergency', null, { ...at, inForce: true })).toBe('首页：从首页最上方撤下\n页面：页面保留，不再注明正在生效；网址不变');
  });

  it('a withdrawal of what is in force says that it leaves the home page too', () => {
    expect(said('confirm-withdrawal', 'error', { ...at, inForce: true })).toContain('首页：从首页最上方撤下');
  });

  it('a review step changes nothing public', () => expect(effectsOf('first-approve', null, at)).toEqual([]));
});
