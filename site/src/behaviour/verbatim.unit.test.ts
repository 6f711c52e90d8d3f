import { convertAround } from './verbatim.ts';

/** Marks what a conversion would get. */
const seen = (text: string): string => convertAround(text, (piece) => (piece === '' ? '' : `[${piece}]`));

describe('document numbers', () => {
  it('stay as they are where they stand by themselves', () => {
    expect(seen('孝政办发〔2026〕31号')).toBe('孝政办发〔2026〕31号');
    expect(seen('《通知》（孝政办发〔2026〕31号）已废止')).toBe('[《通知》（]孝政办发〔2026〕31号[）已废止]');
    expect(seen('孝政规[2021] 第5号、孝政发（2020）7号')).toBe('孝政规[2021] 第5号[、]孝政发（2020）7号');
  });

  it('do not keep the words of a sentence they end', () => {
    expect(seen('按照市人民政府办公室关于印发孝政办发〔2026〕31号')).toBe('[按照市人民政府办公室关于印发孝政办发〔2026〕31号]');
  });

  it('are not seen in other numbers', () => {
    expect(seen('中山路31号，2026年')).toBe('[中山路31号，2026年]');
    expect(seen('')).toBe('');
  });
});
