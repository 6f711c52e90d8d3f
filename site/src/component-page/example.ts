/**
 * An example of a component: a name that says what it shows, the component's file in its folder, and what is passed to it. A
 * component's `examples.ts` exports a list of these as `examples`; the component page shows them all (docs/components.md).
 */
export interface Example {
  name: string;
  /** `Panel.astro`. */
  file: string;
  props: Record<string, unknown>;
  /** Markup between the component's tags, written by us. */
  slot?: string;
}
