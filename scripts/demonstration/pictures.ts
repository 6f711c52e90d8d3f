import sharp from 'sharp';
import { portraits, type PortraitName } from './drawings/portraits.ts';
import * as scenes from './drawings/scenes.ts';
import { range, rectangles } from './drawings/shapes.ts';

/**
 * Pictures of the demonstration, drawn by shapes alone: letters would look different on a machine without a Chinese font.
 * Flat colours, so that a PNG of one weighs a few kilobytes. More of them are in drawings/.
 */

/** A bridge of three spans over a river, with stay cables. */
const bridge = (): string => {
  const cables = [520, 1080].flatMap((tower) =>
    range(6).flatMap((n) =>
      [-1, 1].map((side) => `<path d="M${tower} ${230 + 30 * n}L${tower + side * (80 + 38 * (6 - n))} 520"/>`),
    ),
  );
  return `<rect width="1600" height="900" fill="#dfeaf3"/><rect y="620" width="1600" height="280" fill="#9dbfd8"/>
    <path d="M0 690h1600M200 760h1200M500 830h900" stroke="#c3d9e8" stroke-width="10"/>
    ${rectangles(
      [
        [505, 190, 30, 500],
        [1065, 190, 30, 500],
        [240, 540, 26, 150],
        [1340, 540, 26, 150],
      ],
      '#5d6f80',
    )}
    <g stroke="#8495a5" stroke-width="5">${cables.join('')}</g>
    <rect y="515" width="1600" height="34" fill="#33475a"/><path d="M0 640q200-60 330 0v-20H0zM1600 640q-190-70-330 0v-20h330z" fill="#7d9c74"/>`;
};

/** Fields in strips of different green, a canal and a pump house. */
const fields = (): string => {
  const greens = ['#b9cf8f', '#a3c07a', '#d9cf86', '#8fb36c', '#c7d79a'];
  const strips = range(12).map(
    (n) => `<path d="M${n * 150 - 250} 900L${n * 70 + 380} 360h70L${n * 150 - 100} 900z" fill="${greens[n % greens.length]}"/>`,
  );
  return `<rect width="1600" height="900" fill="#e6f0f5"/><path d="M0 360q400-130 800-20t800-30v60H0z" fill="#7f9f86"/>
    <rect y="358" width="1600" height="542" fill="#adc683"/>${strips.join('')}
    <path d="M1180 900L960 360h26L1330 900z" fill="#86b4d2"/>
    ${rectangles([[1250, 400, 190, 120]], '#f3efe6')}<path d="M1230 400l115-70 115 70z" fill="#a3564a"/>
    ${rectangles(
      [
        [1280, 440, 40, 80],
        [1350, 440, 56, 40],
      ],
      '#6f7f8c',
    )}`;
};

/** Front of a public building: steps, columns, rows of windows. */
const hall = (): string => {
  const windows = range(14).flatMap((n) =>
    range(3).map((m): [number, number, number, number] => [216 + n * 86, 290 + m * 100, 50, 62]),
  );
  const columns = range(6).map((n): [number, number, number, number] => [582 + n * 84, 560, 24, 190]);
  return `<rect width="1600" height="900" fill="#e3edf4"/><rect y="770" width="1600" height="130" fill="#cfd3cc"/>
    ${rectangles([[180, 240, 1240, 530]], '#f4f1ea')}${rectangles([[160, 215, 1280, 34]], '#8b98a3')}
    ${rectangles(windows, '#7da3bd')}${rectangles([[540, 540, 520, 24]], '#8b98a3')}${rectangles([[560, 564, 480, 206]], '#5f7a90')}
    ${rectangles(columns, '#e9e4d8')}${rectangles(
      [
        [500, 750, 600, 14],
        [470, 764, 660, 16],
        [440, 780, 720, 18],
      ],
      '#b7bdc0',
    )}
    <circle cx="90" cy="690" r="70" fill="#87a87b"/><circle cx="1510" cy="680" r="80" fill="#87a87b"/>
    ${rectangles(
      [
        [84, 700, 12, 80],
        [1504, 700, 12, 80],
      ],
      '#7a6350',
    )}`;
};

/** A school from above: buildings round a court, a running track. */
const school = (): string => `<rect width="1600" height="900" fill="#d5e2cc"/>
  <path d="M0 120h1600M1120 0v900" stroke="#c9c9c4" stroke-width="46"/>
  <rect x="120" y="260" width="520" height="330" rx="165" fill="#b9604f"/><rect x="180" y="320" width="400" height="210" rx="105" fill="#86b56f"/>
  <path d="M380 320v210" stroke="#fff" stroke-width="6"/><circle cx="380" cy="425" r="42" fill="none" stroke="#fff" stroke-width="6"/>
  ${rectangles(
    [
      [720, 220, 320, 90],
      [720, 220, 90, 420],
      [720, 560, 320, 90],
    ],
    '#f2ede2',
  )}
  ${rectangles(
    [
      [736, 236, 288, 58],
      [736, 310, 58, 250],
      [736, 576, 288, 58],
    ],
    '#d99a6c',
  )}
  ${rectangles(
    [
      [1210, 240, 260, 120],
      [1210, 420, 260, 120],
      [1210, 600, 260, 120],
    ],
    '#e8e6df',
  )}
  ${range(9)
    .map((n) => `<circle cx="${140 + n * 104}" cy="750" r="34" fill="#7ea36f"/>`)
    .join('')}`;

/** Rain of nine months as bars over lines (two points a millimetre), without letters: the figures stand in the table beside it. */
const rainfall = (): string => {
  const millimetres = [31, 48, 72, 104, 128, 171, 292, 82, 44];
  const bars = millimetres.map((rain, n): [number, number, number, number] => [200 + n * 142, 760 - 2 * rain, 86, 2 * rain]);
  const lines = range(7).map((n) => `<path d="M150 ${760 - n * 100}h1330"/>`);
  const wettest = bars.slice(6, 7);
  return `<rect width="1600" height="900" fill="#fff"/><g stroke="#d7dee4" stroke-width="3">${lines.join('')}</g>
    ${rectangles(bars, '#2f6ea5')}${rectangles(wettest, '#b3261e')}
    <path d="M150 120v640h1350" fill="none" stroke="#3a4652" stroke-width="6"/>`;
};

/** Seven parts of a region as plain shapes round a river; no real border. */
const region = (): string => {
  const parts: [string, string][] = [
    ['M420 90l330-40 120 130-190 130-240-60z', '#c9dbe8'],
    ['M870 180l260-90 180 160-150 170-330-20-150-90z', '#d8e4c8'],
    ['M440 250l240 60 150 90-120 180-330 10-60-190z', '#eadfc4'],
    ['M830 400l330 20 40 190-290 60-200-90z', '#e6cfc6'],
    ['M380 590l330-10 60 160-250 100-190-90z', '#cfe0d6'],
    ['M710 580l200 90 290-60 60 150-330 110-160-130z', '#d9d3e6'],
    ['M1160 420l150-170 160 190-40 260-170 60-60-150z', '#f0e2d0'],
  ];
  const drawn = parts.map(
    ([d, fill]) => `<path d="${d}" fill="${fill}" stroke="#fff" stroke-width="10" stroke-linejoin="round"/>`,
  );
  return `<rect width="1600" height="900" fill="#f5f7f8"/>${drawn.join('')}
    <path d="M560 60q90 190 160 300t150 220 260 330" fill="none" stroke="#7fb0d2" stroke-width="16"/>`;
};

const drawings = { bridge, fields, hall, school, rainfall, region, ...scenes };

export type PictureName = keyof typeof drawings | PortraitName;
export const pictureNames = [...Object.keys(drawings), ...Object.keys(portraits)] as PictureName[];

const isPortrait = (name: PictureName): name is PortraitName => name in portraits;
const made = new Map<PictureName, Promise<Buffer>>();

const draw = (name: PictureName): Promise<Buffer> => {
  const [width, height, shapes] = isPortrait(name) ? [600, 800, portraits[name]()] : [1600, 900, drawings[name]()];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${shapes}</svg>`;
  return sharp(Buffer.from(svg)).png({ palette: true, colours: 64, compressionLevel: 9 }).toBuffer();
};

/** A picture as PNG of at most 64 colours: scenes 1600 by 900, portraits 600 by 800. Many documents share one, so each is drawn once. */
export const makePicture = (name: PictureName): Promise<Buffer> => {
  const picture = made.get(name) ?? draw(name);
  made.set(name, picture);
  return picture;
};
