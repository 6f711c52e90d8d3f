/** Child process of `bundled-browser.ts`: unpacks the browser's archives into this process's temporary folder. */
import { join } from 'node:path';
import { inflate } from '@sparticuz/chromium';

const folder = process.argv[2] ?? '';
await Promise.all(
  ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'].map((archive) => inflate(join(folder, archive))),
);
