// Strapi's packages do not load as modules of their own: a script of the older kind.
const { readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');

/**
 * Bundles the admin's screens into `dist/build`, by the steps of `strapi build` without its first: that one compiles the server again,
 * which the native compiler has done by then in a fifth of the time. The steps are no public part of `@strapi/strapi`, whose version is
 * pinned; one that is gone ends this with its name.
 */
const bundleAdmin = async () => {
  const steps = join(dirname(require.resolve('@strapi/strapi/package.json')), 'dist', 'src', 'node');
  const { createBuildContext } = require(join(steps, 'create-build-context.js'));
  const { writeStaticClientFiles } = require(join(steps, 'staticFiles.js'));
  const { build } = require(join(steps, 'vite', 'build.js'));
  const { outDir } = JSON.parse(readFileSync(join(__dirname, 'tsconfig.json'), 'utf8')).compilerOptions;
  const { log, info, warn, error } = console;
  const context = await createBuildContext({
    cwd: __dirname,
    logger: { log, info, warn, error, debug() {} },
    tsconfig: { config: { options: { outDir: join(__dirname, outDir) } } },
    options: { bundler: 'vite', minify: true },
  });
  await writeStaticClientFiles(context);
  await build(context);
};

// The configuration it boots keeps timers running.
bundleAdmin().then(
  () => process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
