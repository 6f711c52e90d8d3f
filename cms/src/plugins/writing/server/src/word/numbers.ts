/** Numbers of Word's automatic numbering ([ISO 29500] 17.18.59, ST_NumberFormat), as the text they print. */
const HAN = '〇一二三四五六七八九';

const han = (value: number): string => {
  if (value < 10) return HAN[value] ?? '';
  if (value < 20) return `十${value === 10 ? '' : HAN[value - 10]}`;
  if (value < 100) return `${HAN[Math.floor(value / 10)]}十${value % 10 === 0 ? '' : HAN[value % 10]}`;
  if (value < 1000) {
    const rest = value % 100;
    return `${HAN[Math.floor(value / 100)]}百${rest === 0 ? '' : rest < 10 ? `零${HAN[rest]}` : rest < 20 ? `一${han(rest)}` : han(rest)}`;
  }
  return String(value);
};

const letters = (value: number): string => String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1);

const roman = (value: number): string => {
  const signs: [number, string][] = [[1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i']];
  let rest = value;
  return signs.map(([amount, sign]) => {
    const times = Math.floor(rest / amount);
    rest -= times * amount;
    return sign.repeat(times);
  }).join('');
};

export const numberText = (value: number, format: string): string => {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCountingThousand':
      return han(value);
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
      return [...String(value)].map((digit) => HAN[Number(digit)]).join('');
    case 'lowerLetter':
      return letters(value);
    case 'upperLetter':
      return letters(value).toUpperCase();
    case 'lowerRoman':
      return roman(value);
    case 'upperRoman':
      return roman(value).toUpperCase();
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value <= 20 ? String.fromCharCode(0x2460 + value - 1) : `(${value})`;
    case 'decimalFullWidth':
      return [...String(value)].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'none':
      return '';
    default:
      return String(value);
  }
};
