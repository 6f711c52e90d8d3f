import { encode } from 'uqr';

/**
 * An address as a QR code for paper: one path of lines, a unit a module. Every document carries it, so it is kept small: `L` is enough
 * for an address in ink, and runs of black modules are one stroke each.
 */
export function qrOf(address: string): { path: string; size: number } {
  const { data, size } = encode(address, { ecc: 'L', border: 0 });
  let path = '';
  data.forEach((row, y) => {
    path += y === 0 ? 'M0 .5' : `M0 ${y}.5`;
    for (const [black, length] of runsOf(row)) path += `${black ? 'h' : 'm'}${length}${black ? '' : ' 0'}`;
  });
  return { path, size };
}

/** Modules of a row as runs of one colour; a white end needs no stroke. */
function runsOf(row: boolean[]): [boolean, number][] {
  const runs: [boolean, number][] = [];
  for (const black of row) {
    const last = runs.at(-1);
    if (last && last[0] === black) last[1] += 1;
    else runs.push([black, 1]);
  }
  return runs.at(-1)?.[0] === false ? runs.slice(0, -1) : runs;
}
