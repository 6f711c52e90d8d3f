import { FirstAlone } from './first-alone.ts';

describe('the opening of bundles', () => {
  /** Openings that end when they are told to. */
  const openings = () => {
    const begun: string[] = [];
    const ends = new Map<string, { resolve: () => void; reject: (error: Error) => void }>();
    const open = (name: string) => () =>
      new Promise<string>((resolve, reject) => {
        begun.push(name);
        ends.set(name, { resolve: () => resolve(name), reject });
      });
    return { begun, open, end: (name: string) => ends.get(name)?.resolve(), fail: (name: string) => ends.get(name)?.reject(new Error(name)) };
  };
  const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

  it('waits for the first and then goes on with all at once', async () => {
    const { begun, open, end } = openings();
    const turns = new FirstAlone();
    const opened = ['甲', '乙', '丙'].map((name) => turns.run(open(name)));
    await settled();
    expect(begun).toEqual(['甲']);
    end('甲');
    await settled();
    expect(begun).toEqual(['甲', '乙', '丙']);
    opened.push(turns.run(open('丁')));
    expect(begun).toEqual(['甲', '乙', '丙', '丁']);
    for (const name of begun) end(name);
    expect(await Promise.all(opened)).toEqual(['甲', '乙', '丙', '丁']);
  });

  it('makes the next one the first when the first fails', async () => {
    const { begun, open, end, fail } = openings();
    const turns = new FirstAlone();
    const [first, second, third] = ['甲', '乙', '丙'].map((name) => turns.run(open(name)));
    const failed = expect(first).rejects.toThrow('甲');
    await settled();
    fail('甲');
    await failed;
    await settled();
    expect(begun).toEqual(['甲', '乙']);
    end('乙');
    await settled();
    end('丙');
    expect(await Promise.all([second, third])).toEqual(['乙', '丙']);
  });
});
