/** The beginning of a long list, which a page's HTML holds in place of the whole. */

/** Rows of a list in the HTML. The browser reads the others. */
export const firstRows = 50;

/** @typeParam List the answer of a backend that lists everything at once */
export interface Beginning<List> {
  /** The answer with its first {@link firstRows} rows alone. */
  answer: List;
  /** The rows of the whole answer. */
  total: number;
}
