/** Headers between the pages and the server that are told nowhere else. Browser-safe. */

/** Of each answer under `/api`: the id of the server's build. */
export const BUILD_HEADER = 'x-nusa-build';

/** Of a read that somebody asks for just now: `1`. Its answer is none that the server kept. */
export const FRESH_HEADER = 'x-nusa-fresh';

/** Of a read whose last answer the page shows: `1`. It comes after those that show something new. */
export const AGAIN_HEADER = 'x-nusa-again';

/** Of a document: whether the provider made it or this console, `provider` or `own`. */
export const DOCUMENT_HEADER = 'x-nusa-document';

/** Of a kubeconfig: the name of its context. */
export const CONTEXT_HEADER = 'x-nusa-kubeconfig-context';

/** Of a kubeconfig: when its certificate ends, ISO 8601; left out if that isn't known. */
export const ENDS_HEADER = 'x-nusa-certificate-ends';

/** Of a text that is previewed: the encoding that its bytes have, as `TextDecoder` names it. It is sent as UTF-8. */
export const TEXT_ENCODING_HEADER = 'x-nusa-text-encoding';

/** Of a text that is previewed: `1` where only its beginning is sent. */
export const TEXT_CUT_HEADER = 'x-nusa-text-cut';
