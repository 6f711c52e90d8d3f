/** What the drawings are put together from. */
export const rectangles = (list: [x: number, y: number, width: number, height: number][], fill: string): string =>
  list.map(([x, y, width, height]) => `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`).join('');

export const circles = (list: [x: number, y: number, radius: number][], fill: string): string =>
  list.map(([x, y, radius]) => `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}"/>`).join('');

export const range = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

/** The whole picture in one colour, 1600 by 900. */
export const ground = (fill: string): string => `<rect width="1600" height="900" fill="${fill}"/>`;

/** A tree: trunk and crown; `x`, `y` where it stands. */
export const tree = (x: number, y: number, radius: number): string =>
  `${rectangles([[x - 7, y - radius, 14, radius]], '#7a6350')}${circles([[x, y - 1.6 * radius, radius]], '#7fa376')}`;
