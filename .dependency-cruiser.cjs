/** Who may know whom (docs/architecture.md, "Rules that tests keep"). Each rule says in its comment how to mend a breach. */

const MACHINERY = '(^|/)node_modules/(@strapi|astro|@astrojs|better-sqlite3|knex|pg|pagefind|sharp)(/|$)';
const DISK_AND_PROCESSES = '^(node:)?(fs|fs/promises|child_process|net|http|https|worker_threads|cluster)$';

/** Tests of a folder may use whatever proves it. */
const NOT_TESTS = '\\.test\\.ts$';

const withoutMachinery = (name, folder, comment) => [
  {
    name,
    severity: 'error',
    comment,
    from: { path: folder, pathNot: NOT_TESTS },
    to: { path: `${MACHINERY}|${DISK_AND_PROCESSES}` },
  },
];

module.exports = {
  forbidden: [
    {
      name: 'site-knows-no-cms',
      severity: 'error',
      comment:
        'The site reads the replica. What it needs from the CMS belongs into site/contract and comes through the change feed.',
      from: { path: '^site/' },
      to: { path: '^cms/|(^|/)node_modules/@strapi/' },
    },
    {
      name: 'cms-knows-no-site',
      severity: 'error',
      comment:
        'The CMS serialises to the contract by its form; its tests check against site/contract, its code does not import it.',
      from: { path: '^cms/', pathNot: '^cms/tests/|\\.test\\.ts$' },
      to: { path: '^(site|scripts)/|(^|/)node_modules/(astro|@astrojs|@gongkai)/' },
    },
    {
      name: 'scripts-know-no-cms',
      severity: 'error',
      comment: 'Scripts run the CMS as a process and speak to it by HTTP (docs/architecture.md, "Seams").',
      from: { path: '^scripts/' },
      to: { path: '^cms/|(^|/)node_modules/@strapi/' },
    },
    {
      name: 'site-knows-no-scripts',
      severity: 'error',
      comment: 'The publisher calls the site, never the other way round. Move the shared part into site/.',
      from: { path: '^site/', pathNot: NOT_TESTS },
      to: { path: '^scripts/' },
    },
    {
      name: 'scripts-use-the-doors-of-site',
      severity: 'error',
      comment:
        'Scripts use what site/package.json exports (@gongkai/site/replica and so on), not files behind it; pages least of all.',
      from: { path: '^scripts/', pathNot: NOT_TESTS },
      to: { path: '^site/(src|page-data)/' },
    },
    ...withoutMachinery(
      'decisions-without-machinery',
      '^cms/src/plugins/[^/]+/server/(src/)?decisions/',
      'Decisions are plain functions over plain data. Let the command fetch what they need and hand it in.',
    ),
    ...withoutMachinery(
      'plan-without-machinery',
      '^site/plan/',
      'The plan is a pure function. Look-ups are handed in by the replica.',
    ),
    ...withoutMachinery('contract-without-machinery', '^site/contract/', 'The contract is schemas alone; both sides read it.'),
    ...withoutMachinery('bigrams-without-machinery', '^site/search/bigrams\\.ts$', 'The browser runs this file too.'),
    {
      name: 'no-circles',
      severity: 'error',
      comment:
        'Two files that import each other are one file, or lack a third. Types may go both ways: they are gone at run time.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nothing-missing',
      severity: 'error',
      comment: 'The import leads nowhere: a file was moved, or a package is not in the package.json of this folder.',
      from: { pathNot: '^site/src/.*\\.astro$' },
      to: { couldNotResolve: true, pathNot: '^(astro:|virtual:|@gongkai/site/)' },
    },
    {
      name: 'tests-are-not-imported',
      severity: 'error',
      comment: 'Move what is shared out of the test file.',
      from: { pathNot: NOT_TESTS },
      to: { path: NOT_TESTS },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.staging|\\.astro|\\.cache|var|types/generated)(/|$)' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json'],
    },
  },
};
