import type { AstroIntegration } from 'astro';
import { pathsOfRoutes } from '../plan/index.ts';
import type { ReplicaReader } from '../replica/reader.ts';
import { startBuilding } from './building.ts';

/** What a build is told to render. */
export interface Order {
  reader: ReplicaReader;
  /** Files to render, relative to the root of the site. */
  write: string[];
}

export interface RenderFailure {
  path: string;
  message: string;
}

export interface PlanOptions {
  /** Called when everything is bundled; the build waits here for what to render. */
  receive: () => Promise<Order>;
  /** A page could not be rendered: its file is not written, the others are. */
  onFailure: (failure: RenderFailure) => void;
  onRendered?: () => void;
}

/**
 * Lets `astro build` by hand stop between bundling and rendering, and render the files of a plan only: the same routes, the same bundle,
 * one page after the other. The publisher's pages come out of a held build (`held-build.ts`).
 */
export function planIntegration({ receive, onFailure, onRendered }: PlanOptions): AstroIntegration {
  return {
    name: 'gongkai:plan',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((standard) => {
          let asked: ReadonlySet<string> = new Set();
          return {
            ...standard,
            name: 'gongkai:plan',
            async getStaticPaths() {
              const { reader, write } = await receive();
              asked = new Set(write);
              startBuilding({ reader, write: asked, paths: pathsOfRoutes(write) });
              const all = await standard.getStaticPaths();
              return all.filter(({ pathname, route }) => asked.has(fileOf(pathname, route)));
            },
            async render(request, options) {
              try {
                const rendered = await standard.render(request, options);
                const response = rendered instanceof Response ? rendered : rendered.response;
                // A page may fail half-way through its stream: only a whole body counts as rendered.
                const body = await response.arrayBuffer();
                onRendered?.();
                return new Response(body, { status: response.status, headers: response.headers });
              } catch (error) {
                onFailure({ path: fileOf(pathnameOf(request, options.routeData), options.routeData), message: messageOf(error) });
                // No body, no file.
                return new Response(null);
              }
            },
          };
        });
      },
    },
  };
}

interface Route {
  type: string;
  isIndex: boolean;
}

/** The file that Astro writes for an address with `build.format: 'preserve'`. */
export function fileOf(pathname: string, route: Route): string {
  const name = pathname.replace(/^\/|\/$/g, '');
  if (route.type === 'endpoint') return name;
  if (route.isIndex || name === '') return name === '' ? 'index.html' : `${name}/index.html`;
  return `${name}.html`;
}

/** Requests carry the address as readers see it, the route's own form is without `.html`. */
function pathnameOf(request: Request, route: Route): string {
  const { pathname } = new URL(request.url);
  return route.type === 'endpoint' ? pathname : decodeURI(pathname).replace(/\.html$/, '');
}

/** The words of a page's error, with its code. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? `${code}: ${error.message}` : error.message;
}
