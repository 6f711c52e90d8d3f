import type { Settings } from '../settings.ts';
import { closingTable } from './closing-table.ts';
import { table } from './table.ts';

const settings = { siteUrl: 'http://127.0.0.1:8080', cmsUrl: 'http://127.0.0.1:1337', dataFolder: '/data' } as Settings;
const account = (role: string, email: string) => ({ role, email, password: 'not-a-real-one', name: '示例' });

describe('what is printed at the end of a start', () => {
  test('names the addresses and one account for each role, in the order a document passes them', () => {
    const text = closingTable(
      settings,
      ['cms', 'site', 'publisher'],
      [account('head', 'z@x.example'), account('uploader', 'a@x.example'), account('uploader', 'b@x.example')],
    );
    expect(text).toContain('http://127.0.0.1:8080/');
    expect(text).toContain('http://127.0.0.1:1337/admin');
    expect(text.indexOf('信息上传员')).toBeLessThan(text.indexOf('站长'));
    expect(text).not.toContain('b@x.example');
  });

  test('names no account where there is no demonstration or no CMS', () => {
    expect(closingTable(settings, ['cms'], null)).not.toContain('演示账号');
    expect(closingTable(settings, ['site'], [account('head', 'z@x.example')])).not.toContain('z@x.example');
  });

  test('stands in columns though a Han character is two wide', () => {
    expect(
      table([
        ['公开', 'a'],
        ['ab', 'b'],
      ]),
    ).toBe('公开  a\nab    b');
  });
});
