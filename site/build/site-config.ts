import type { AstroIntegration, AstroUserConfig } from 'astro';

/** Folder of the site package: Astro's root, and the working folder of every process that builds. */
export const SITE_FOLDER = new URL('../', import.meta.url);

/**
 * Astro's settings, the same for `astro build` by hand and for the standby build.
 *
 * @param siteUrl - public address of the site
 * @param integrations - what gives the build its plan
 */
export function siteConfig(siteUrl: string, integrations: AstroIntegration[]): AstroUserConfig {
  return {
    site: siteUrl,
    output: 'static',
    trailingSlash: 'ignore',
    compressHTML: 'jsx',
    devToolbar: { enabled: false },
    // Nothing inline: the content security policy knows no `unsafe-inline`.
    build: { format: 'preserve', inlineStylesheets: 'never' },
    vite: {
      build: { assetsInlineLimit: 0 },
      // Bundles that are loaded by choice (`components/head`) are imported: they export what they do.
      worker: { format: 'es' },
      ssr: { external: ['sanitize-html', 'better-sqlite3'] },
    },
    integrations,
  };
}
