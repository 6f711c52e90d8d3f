import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildCms, CMS_FOLDER } from '../processes/cms-build.ts';
import { TEMPLATES } from '../trial/templates-folder.ts';

/**
 * Before tests that boot the CMS: they run the compiled server, so it is compiled when its sources are newer. The admin's screens
 * are bundled only where a browser opens them, by the test that does.
 */
const prepareCms = async (): Promise<void> => {
  if (!existsSync(join(CMS_FOLDER, 'tsconfig.json'))) return;
  await buildCms(['server'], process.env, join(tmpdir(), `gongkai-cms-compile-${process.pid}.log`));
  // Several kinds of test in one run prepare one after the other; the workers that start afterwards take it from here.
  process.env[TEMPLATES] ??= mkdtempSync(join(tmpdir(), 'gongkai-templates-'));
};

export default prepareCms;
