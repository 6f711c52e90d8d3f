import type { AstroIntegration } from 'astro';

/** The file the component page is written to; names beginning with `_` are no routes of their own. */
export const COMPONENT_PAGE = '_components.html';

/**
 * Adds the page of all components to a site: in development always, in a build only where a test asks for it. Releases are built without
 * this integration (`child.ts`).
 */
export function componentPage({ inBuild = false } = {}): AstroIntegration {
  return {
    name: 'gongkai:component-page',
    hooks: {
      'astro:config:setup': ({ command, injectRoute }) => {
        if (command !== 'dev' && !inBuild) return;
        injectRoute({
          pattern: '/_components',
          entrypoint: new URL('../src/component-page/ComponentPage.astro', import.meta.url),
          prerender: true,
        });
      },
    },
  };
}
