import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import typescript from 'typescript-eslint';

const NODE_GLOBALS = [
  'process',
  'console',
  'Buffer',
  'URL',
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'module',
  'require',
  '__dirname',
  'performance',
  'fetch',
  'structuredClone',
];
const BROWSER_GLOBALS = [
  'document',
  'window',
  'location',
  'localStorage',
  'navigator',
  'print',
  'addEventListener',
  'matchMedia',
  'fetch',
  'setTimeout',
  'clearTimeout',
  'speechSynthesis',
  'SpeechSynthesisUtterance',
  'URL',
  'console',
];

const readable = (names) => Object.fromEntries(names.map((name) => [name, 'readonly']));

/** Rules that find faults; the looks of the code are Prettier's business. */
export default defineConfig([
  globalIgnores([
    '**/node_modules/',
    '**/dist/',
    'var/',
    'cms/types/generated/',
    'cms/.cache/',
    'cms/.strapi/',
    'cms/build/',
    'site/.astro/',
    'site/.staging/',
    'site/public/',
    '**/*.astro',
  ]),
  js.configs.recommended,
  {
    rules: {
      // `== null` asks for null and undefined at once.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'off',
      'no-control-regex': 'off',
      'no-irregular-whitespace': ['error', { skipStrings: true, skipRegExps: true, skipTemplates: true, skipComments: true }],
    },
  },
  {
    files: ['**/*.mjs', '**/*.js', '**/*.cjs'],
    languageOptions: { globals: readable(NODE_GLOBALS) },
  },
  {
    files: ['scripts/checks/timeouts/*.cjs'],
    languageOptions: { globals: readable(['jest']) },
  },
  {
    files: ['site/src/**/*.js'],
    languageOptions: { globals: readable(BROWSER_GLOBALS) },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [typescript.configs.recommended],
    rules: {
      // TypeScript knows what is defined.
      'no-undef': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },
  {
    // A promise nobody waits for is an error nobody sees.
    files: ['scripts/**/*.ts', 'site/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: { '@typescript-eslint/no-floating-promises': 'error', '@typescript-eslint/consistent-type-imports': 'error' },
  },
]);
