import { faultOf } from './fault';

describe('a refused request', () => {
  it('is told in the words of the server, with its hint', () => {
    const refusal = {
      status: 403,
      name: 'ForbiddenError',
      message: '您是初审人。',
      details: { code: 'SAME_PERSON', hint: '请换人。' },
    };
    expect(faultOf(refusal)).toEqual({ message: '您是初审人。', hint: '请换人。', overtaken: false });
  });

  it('offers a refresh where somebody else was first', () => {
    const conflict = { status: 409, message: '王建国刚刚处理过。', details: { code: 'CONFLICT', hint: '请刷新页面。' } };
    const wrongState = { status: 403, message: '现在是「已发布」。', details: { code: 'WRONG_STATE', hint: '' } };
    expect([conflict, wrongState].map((error) => faultOf(error).overtaken)).toEqual([true, true]);
  });

  it('says so when the server could not be reached at all', () => {
    expect(faultOf({ name: 'TypeError', message: 'Failed to fetch' })).toEqual({
      message: '连不上服务器，没有完成。',
      hint: '请检查网络后再试。',
      overtaken: false,
    });
  });
});
