/** What of the bundler's interface is used; the bundler itself belongs to Strapi. */
interface Plugin {
  name: string;
  transform(code: string, id: string): string | null;
}
interface Options {
  plugins?: unknown[];
}

/** Prism's languages take their core for a global that is there before them; they are made to say that they need it. */
const prismLanguages: Plugin = {
  name: 'prism-languages',
  transform: (code, id) => (/\/prismjs\/components\/prism-[^/]+\.js$/.test(id) ? `import Prism from 'prismjs';\n${code}` : null),
};

const withPrism = <T extends Options>(options: T): T => ({ ...options, plugins: [...(options.plugins ?? []), prismLanguages] });

export default withPrism;
