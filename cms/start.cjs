// Strapi's packages do not load as modules of their own: a script of the older kind.
const { createStrapi } = require('@strapi/strapi');
const { join } = require('node:path');

/** Starts the CMS from what was compiled, as `strapi start` does, without loading its commands for developers, which takes a second. */
createStrapi({ appDir: __dirname, distDir: join(__dirname, 'dist') }).start();
