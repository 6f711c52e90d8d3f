/**
 * Weights of `docs/`, in bytes as they go over the wire (1 kB is 1000 bytes), judged in the worse of the two encodings the server
 * sends: gzip. Brotli, which nearly every browser takes, is told beside it.
 */
export const BUDGETS = {
  /** A document page with all it loads, its text and pictures apart. */
  documentBytes: 12_000,
  /** Scripts of an ordinary page, which reading never needs. */
  scriptBytes: 2_000,
  /** The home page with all it loads, pictures too. */
  homeBytes: 60_000,
  /** Every style sheet of the site together. */
  stylesBytes: 12_000,
  /** The search page up to and with the first query, at 25,000 documents: `bench publish` measures it, since no test has so many. */
  firstQueryBytes: 600_000,
} as const;
