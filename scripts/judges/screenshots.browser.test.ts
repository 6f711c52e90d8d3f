import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { takeScreenshots } from './screenshots.ts';

let dataFolder: string;
beforeAll(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'gongkai-screenshots-'));
  const tree = join(dataFolder, 'site', 'current');
  mkdirSync(join(tree, 'xxgk'), { recursive: true });
  const page = (text: string, height: string) =>
    `<!doctype html><html lang="zh-CN"><link rel="stylesheet" href="/${height}.css"><title>页</title><p>${text}</p></html>`;
  writeFileSync(join(tree, 'index.html'), page('首页', 'tall'));
  writeFileSync(join(tree, 'xxgk', 'index.html'), page('大厅', 'short'));
  writeFileSync(join(tree, 'tall.css'), 'p { height: 3000px }');
  writeFileSync(join(tree, 'short.css'), '');
});
afterAll(() => rmSync(dataFolder, { recursive: true, force: true }));

test('the live site is taken in both widths, each page to its end', async () => {
  const wanted = { modes: ['normal'], all: false, demonstration: false, told: () => undefined };
  const { folder, files } = await takeScreenshots(dataFolder, wanted);
  expect(files.sort()).toEqual(['hall-1280.png', 'hall-360.png', 'home-1280.png', 'home-360.png']);
  for (const [name, width] of [['home-1280.png', 1280], ['home-360.png', 360]] as const) {
    const taken = await sharp(join(folder, name)).metadata();
    expect(taken.width).toBe(width);
    expect(taken.height).toBeGreaterThan(3000);
  }
});

test('a way of reading there is not is refused before anything is taken', async () => {
  const wanted = { modes: ['sepia'], all: false, demonstration: false, told: () => undefined };
  await expect(takeScreenshots(dataFolder, wanted)).rejects.toMatchObject({ code: 'SCREENSHOTS_MODE', hint: expect.stringContaining('dark') });
});
