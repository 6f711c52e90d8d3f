import { existsSync } from 'node:fs';

/**
 * Four kinds of test by what they cost (the suffix of the file says which): unit, db, browser, heavy. Everything runs as ESM
 * TypeScript, so Jest needs `NODE_OPTIONS=--experimental-vm-modules`; `npm test` sets it. By hand:
 * `NODE_OPTIONS=--experimental-vm-modules jest --selectProjects unit`.
 */
const transform = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    { jsc: { parser: { syntax: 'typescript' }, target: 'es2024' }, module: { type: 'es6' }, sourceMaps: 'inline' },
  ],
};

const project = (name, more = {}) => ({
  displayName: name,
  rootDir: import.meta.dirname,
  roots: ['<rootDir>/scripts', '<rootDir>/site', '<rootDir>/cms/src', '<rootDir>/cms/tests'].filter((folder) =>
    existsSync(folder.replace('<rootDir>', import.meta.dirname)),
  ),
  testMatch: [`**/*.${name}.test.ts`],
  testPathIgnorePatterns: ['/node_modules/'],
  testEnvironment: 'node',
  setupFilesAfterEnv: [`<rootDir>/scripts/checks/timeouts/${name}.cjs`],
  extensionsToTreatAsEsm: ['.ts'],
  transform,
  modulePathIgnorePatterns: ['<rootDir>/cms/dist/', '<rootDir>/var/', '<rootDir>/site/\\.staging/', '<rootDir>/site/dist/'],
  ...more,
});

/** A compiled CMS, and a folder for what suites begin with. */
const PREPARED = {
  globalSetup: '<rootDir>/scripts/checks/prepare-cms.ts',
  globalTeardown: '<rootDir>/scripts/checks/tidy-up.ts',
};

export default {
  // One more than the smallest machine has cores: suites wait for processes they start, and for what is to happen after a while.
  maxWorkers: 3,
  testSequencer: '<rootDir>/scripts/checks/longest-first.mjs',
  projects: [
    project('unit'),
    project('db', PREPARED),
    project('browser', PREPARED),
    project('heavy', PREPARED),
  ],
};
