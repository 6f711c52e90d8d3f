import { cleanEnvironment, closingLines, fingerprint, reasonToInstall, refusalOfNode } from './decisions.mjs';

describe('boot', () => {
  test('refuses a Node it cannot run on, in two languages', () => {
    expect(refusalOfNode('18.19.0')).toMatch(/太旧[\s\S]*too old/);
    expect(refusalOfNode('20.0.0')).toBeNull();
    expect(refusalOfNode('24.21.0')).toBeNull();
  });

  test('installs when nothing is there, when the lock file changed, and not otherwise', () => {
    const wanted = fingerprint([{ name: 'pnpm-lock.yaml', content: 'a' }]);
    expect(reasonToInstall({ installed: null, wanted, nodePresent: true })).toBe('missing');
    expect(reasonToInstall({ installed: wanted, wanted, nodePresent: false })).toBe('missing');
    expect(reasonToInstall({ installed: 'other', wanted, nodePresent: true })).toBe('stale');
    expect(reasonToInstall({ installed: wanted, wanted, nodePresent: true })).toBe('none');
  });

  test('tells an absent file from an empty one and one name from another', () => {
    const prints = [
      fingerprint([{ name: 'a', content: null }]),
      fingerprint([{ name: 'a', content: '' }]),
      fingerprint([{ name: 'b', content: '' }]),
      fingerprint([
        { name: 'a', content: '' },
        { name: 'b', content: '' },
      ]),
    ];
    expect(new Set(prints).size).toBe(4);
  });

  test('hands on no setting of the npm that started it, but the way to the registry', () => {
    const clean = cleanEnvironment(
      {
        PATH: '/usr/bin',
        NODE_PATH: '/elsewhere',
        npm_config_nodedir: '/usr',
        npm_lifecycle_event: 'start',
        npm_config_registry: 'https://registry.invalid/',
        CMS_PORT: '2337',
      },
      ['/own/node'],
      ':',
    );
    expect(clean).toEqual({ PATH: '/own/node:/usr/bin', npm_config_registry: 'https://registry.invalid/', CMS_PORT: '2337' });
  });

  test('shows the end of a log without blank lines', () => {
    expect(closingLines('a\n\nb\r\n \nc\n', 2)).toBe('b\nc');
  });
});
