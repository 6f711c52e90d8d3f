import { rmSync } from 'node:fs';
import { TEMPLATES } from '../trial/templates-folder.ts';

/** After the last test of a run; a second kind of test finds it done. */
const tidyUp = (): void => {
  const folder = process.env[TEMPLATES];
  if (folder) rmSync(folder, { recursive: true, force: true });
};

export default tidyUp;
