import { circles, ground, range, rectangles, tree } from './shapes.ts';

/** A street with a low-floor bus at its stop. */
export const bus = (): string => {
  const houses: [number, number, number, number][] = [[60, 250, 260, 400], [350, 320, 220, 330], [1090, 220, 230, 430], [1350, 330, 210, 320]]; // prettier-ignore
  const windows = houses.flatMap(([x, y, width, height]) =>
    range(Math.floor(width / 70)).flatMap((n) => range(Math.floor(height / 90)).map((m): [number, number, number, number] => [x + 24 + n * 66, y + 28 + m * 86, 36, 46])),
  );
  return `${ground('#e5eef4')}${rectangles(houses, '#f0ebe0')}${rectangles(windows, '#93b3c8')}
    ${rectangles([[0, 650, 1600, 40]], '#cfd2cd')}${rectangles([[0, 690, 1600, 210]], '#8b9299')}
    ${rectangles([[80, 785, 160, 12], [380, 785, 160, 12], [1240, 785, 160, 12]], '#e9ecee')}
    <rect x="520" y="430" width="640" height="290" rx="26" fill="#2f6ea5"/>${rectangles([[520, 620, 640, 26]], '#e9e4d8')}
    ${rectangles([[556, 470, 120, 110], [696, 470, 120, 110], [986, 470, 140, 110]], '#d8e8f2')}${rectangles([[846, 462, 110, 240]], '#bcd6e6')}
    ${circles([[660, 722, 48], [1050, 722, 48]], '#33404c')}${circles([[660, 722, 20], [1050, 722, 20]], '#b9c1c8')}
    ${rectangles([[400, 440, 12, 250]], '#5d6f80')}${rectangles([[360, 420, 92, 66]], '#3c7d57')}`;
};

/** A dining room with tables, bowls and a serving counter. */
export const canteen = (): string => {
  const table = (x: number, y: number): string =>
    `${rectangles([[x, y, 300, 26]], '#b98a5c')}${rectangles([[x + 30, y + 26, 18, 130], [x + 252, y + 26, 18, 130]], '#96704a')}
     ${circles([[x + 70, y - 14, 26], [x + 150, y - 14, 26], [x + 230, y - 14, 26]], '#f7f4ee')}${circles([[x + 70, y - 18, 15], [x + 150, y - 18, 15], [x + 230, y - 18, 15]], '#c98f3f')}`;
  return `${ground('#f3eee3')}${rectangles([[0, 640, 1600, 260]], '#d8cfbd')}
    ${rectangles([[120, 180, 1360, 210]], '#dfe9ef')}${rectangles([[120, 380, 1360, 60]], '#8d9aa5')}
    ${range(5).map((n) => `<path d="M${200 + n * 280} 180v-80" stroke="#8d9aa5" stroke-width="8"/><path d="M${150 + n * 280} 130l50-50 50 50z" fill="#d99a4c"/>`).join('')}
    ${rectangles(range(6).map((n): [number, number, number, number] => [170 + n * 220, 320, 150, 60]), '#b7c3cb')}
    ${table(150, 620)}${table(650, 580)}${table(1150, 620)}`;
};

/** A hospital: two wings, an entrance with a canopy; the sign is a plain cross in green. */
export const clinic = (): string => {
  const windows = range(10).flatMap((n) => range(4).map((m): [number, number, number, number] => [210 + n * 120 + (n > 4 ? 40 : 0), 240 + m * 100, 70, 54]));
  return `${ground('#e4eef1')}${rectangles([[0, 740, 1600, 160]], '#cfd6cf')}${rectangles([[160, 190, 1280, 560]], '#f5f3ee')}
    ${rectangles(windows, '#8fb4c4')}${rectangles([[690, 120, 220, 630]], '#e2ebea')}
    ${rectangles([[780, 170, 40, 130], [735, 215, 130, 40]], '#3c8a63')}${rectangles([[620, 590, 360, 30]], '#5f7a80')}
    ${rectangles([[660, 620, 280, 130]], '#a9c3cc')}${rectangles([[796, 620, 8, 130]], '#5f7a80')}${tree(90, 750, 60)}${tree(1510, 750, 66)}
    <path d="M560 750l60-30h360l60 30z" fill="#b7bdc0"/>`;
};

/** Stalls of a market under a long roof. */
export const market = (): string => {
  const heaps = ['#c9573f', '#7fa04f', '#d8a63c', '#8d6aa3', '#5f9a6c', '#cf7f4f'];
  const stall = (n: number): string => `${rectangles([[110 + n * 240, 560, 200, 130]], '#b08a62')}
    ${range(3).map((m) => circles([[145 + n * 240 + m * 65, 552, 38]], heaps[(n + m) % heaps.length] ?? '#7fa04f')).join('')}${rectangles([[110 + n * 240, 560, 200, 22]], '#caa57c')}`;
  return `${ground('#e9f0ee')}<path d="M40 300L800 150l760 150v50H40z" fill="#4f7f9c"/>${rectangles(range(7).map((n): [number, number, number, number] => [80 + n * 238, 350, 18, 390]), '#6f7f8c')}
    ${rectangles([[0, 720, 1600, 180]], '#cfc8bb')}${range(6).map(stall).join('')}`;
};

/** A wetland: ponds among reeds, a boardwalk, two birds. */
export const wetland = (): string => {
  const reeds = range(26).map((n) => `<path d="M${40 + n * 62} 720q${n % 2 ? 14 : -14} -70 0 -${110 + (n % 5) * 18}" stroke="${n % 3 ? '#8a9b57' : '#b59b56'}" stroke-width="8" fill="none"/>`);
  return `${ground('#dfecf2')}<path d="M0 380q300-110 620-30t980-60v120H0z" fill="#93b08c"/><rect y="400" width="1600" height="500" fill="#a8cadb"/>
    <path d="M0 520q280-60 520 10t420 20 660-40v60q-420 50-800 20T0 580z" fill="#a9bd80"/><path d="M0 700q500-70 1600 10v190H0z" fill="#8fae74"/>${reeds.join('')}
    <path d="M240 900L690 600h60L420 900z" fill="#c7a06b"/><path d="M690 600q240-40 560-30" stroke="#c7a06b" stroke-width="30" fill="none"/>
    <path d="M1010 240q30-34 60 0q30-34 60 0M1190 190q24-28 48 0q24-28 48 0" stroke="#56646e" stroke-width="9" fill="none"/>`;
};

/** A reading room: shelves of books, a long table with lamps. */
export const library = (): string => {
  const spines = ['#8c4a3c', '#2f6ea5', '#c79a4b', '#4e7d5b', '#6b5b8a', '#a8adb2'];
  const books = range(4).flatMap((row) => range(54).map((n) => `<rect x="${118 + n * 25}" y="${146 + row * 130 + ((n * 7 + row * 5) % 4) * 9}" width="20" height="${98 - ((n * 7 + row * 5) % 4) * 9}" fill="${spines[(n * 5 + row * 3) % spines.length]}"/>`));
  return `${ground('#efe7d8')}<rect x="100" y="110" width="1400" height="540" fill="#a67c52"/>${rectangles(range(4).map((row): [number, number, number, number] => [112, 136 + row * 130, 1376, 110]), '#7f5d3c')}${books.join('')}
    ${rectangles([[0, 690, 1600, 210]], '#cdb798')}${rectangles([[250, 720, 1100, 34]], '#8c6642')}${rectangles([[300, 754, 26, 146], [1274, 754, 26, 146]], '#75543a')}
    ${[480, 800, 1120].map((x) => `<path d="M${x} 720v-66" stroke="#56646e" stroke-width="8"/><path d="M${x - 52} 660q52-62 104 0z" fill="#3c7d57"/>`).join('')}`;
};

/** A reservoir behind its dam, hills around, a gate house. */
export const reservoir = (): string => `${ground('#e2edf4')}<path d="M0 420L260 190l220 190 260-250 330 280 240-200 290 210v160H0z" fill="#86a585"/>
  <rect y="440" width="1600" height="200" fill="#7fb0d2"/><path d="M120 500h280M620 540h360M1160 490h300" stroke="#a5cbe2" stroke-width="9"/>
  <path d="M0 600h1600l-60 180H60z" fill="#b9bfc2"/>${rectangles([[0, 590, 1600, 22]], '#8d979e')}
  ${rectangles([[720, 500, 160, 110]], '#f1ece0')}<path d="M700 500l100-60 100 60z" fill="#a3564a"/>${rectangles([[750, 640, 30, 120], [820, 640, 30, 120]], '#5f7a90')}
  <path d="M60 780h1480l60 120H0z" fill="#94b57e"/><path d="M750 780h100l40 120H710z" fill="#8fbcd8"/>`;

/** A workshop: saw-tooth roof, machines in a row. */
export const workshop = (): string => {
  const roof = range(6).map((n) => `<path d="M${110 + n * 230} 330V200l230 130z" fill="${n % 2 ? '#5d7f99' : '#6b8ca5'}"/>`);
  const machines = range(5).map((n) => `${rectangles([[180 + n * 260, 520, 170, 190]], '#8aa0ae')}${rectangles([[196 + n * 260, 540, 80, 60]], '#2f4d63')}${circles([[316 + n * 260, 570, 20]], n === 2 ? '#c98f3f' : '#4e9a6b')}${rectangles([[170 + n * 260, 700, 190, 24]], '#5d6f80')}`);
  return `${ground('#e6eef3')}${roof.join('')}${rectangles([[110, 330, 1380, 420]], '#f2efe7')}${rectangles(range(6).map((n): [number, number, number, number] => [150 + n * 225, 370, 150, 90]), '#a9c6d8')}
    ${machines.join('')}${rectangles([[0, 750, 1600, 150]], '#c9cdc8')}`;
};

/** A residential court in snow, a cleared path. */
export const snow = (): string => {
  const flakes = range(70).map((n): [number, number, number] => [(n * 233) % 1600, (n * 137) % 640, 5 + (n % 3) * 2]);
  const houses: [number, number, number, number][] = [[90, 260, 380, 400], [1120, 230, 390, 430]];
  const windows = houses.flatMap(([x, y]) => range(5).flatMap((n) => range(4).map((m): [number, number, number, number] => [x + 34 + n * 68, y + 44 + m * 92, 40, 52])));
  return `${ground('#cfdce6')}${rectangles(houses, '#b7a798')}${rectangles(windows, '#e7cf92')}${rectangles([[80, 236, 400, 34], [1110, 206, 410, 34]], '#f7fafc')}
    <path d="M0 640q400-40 800 0t800 0v260H0z" fill="#f4f8fa"/><path d="M640 900l110-250h100l110 250z" fill="#b3bcc3"/>${tree(620, 660, 52)}${tree(1010, 670, 58)}${circles([[620, 560, 34], [1010, 560, 38]], '#f4f8fa')}${circles(flakes, '#ffffff')}`;
};

/** A service hall: a row of counters, seats, a screen above. */
export const counter = (): string => {
  const places = range(6).map((n) => `${rectangles([[150 + n * 220, 470, 190, 150]], n === 3 ? '#3c7d57' : '#2f6ea5')}${rectangles([[170 + n * 220, 400, 12, 70]], '#8d9aa5')}${circles([[245 + n * 220, 410, 34]], '#e2bfa0')}<path d="M${195 + n * 220} 470q50-60 100 0z" fill="#5f7a90"/>`);
  return `${ground('#eef2f4')}${rectangles([[120, 120, 1360, 150]], '#33475a')}${rectangles(range(3).map((n): [number, number, number, number] => [180 + n * 440, 160, 360, 70]), '#7da3bd')}
    ${places.join('')}${rectangles([[120, 460, 1360, 22]], '#d9d2c3')}${rectangles([[0, 640, 1600, 260]], '#dcdad2')}
    ${rectangles(range(8).map((n): [number, number, number, number] => [220 + n * 150, 740, 110, 30]), '#8aa0ae')}${rectangles(range(8).map((n): [number, number, number, number] => [262 + n * 150, 770, 26, 60]), '#6f8492')}`;
};
