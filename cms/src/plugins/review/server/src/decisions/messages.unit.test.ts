import { inChinese } from './messages';

describe("Strapi's messages in Chinese", () => {
  it('are known by their whole words or by their form', () => {
    const messages = ['Invalid credentials', 'title must be at most 200 characters', 'password must contain at least one uppercase character', '2 errors occurred', 'name is a required field'];
    expect(messages.map(inChinese)).toEqual(['邮箱或密码不对。', '最多 200 个字。', '至少要有一个大写字母。', '有 2 处需要改正。', '必须填写。']);
  });

  it('are left alone where they are Chinese or empty', () => {
    expect(['标题没有填写。', ''].map(inChinese)).toEqual(['标题没有填写。', '']);
  });

  it('keep words nobody foresaw behind a Chinese sentence', () => {
    expect(inChinese('Something new happened')).toBe('没有办成（系统答复：Something new happened）。');
  });
});
