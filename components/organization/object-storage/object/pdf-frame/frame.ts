/**
 * The document that shows a PDF, in a sandboxed frame. `scripts/pdf-viewer.mjs` bundles it. pdf.js never runs the scripts of
 * a PDF by itself, and its links aren't drawn; should a file nevertheless get code to run here, the frame's origin is opaque and its
 * policy lets it load and reach nothing.
 */
import { getDocument, GlobalWorkerOptions } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { failureOf } from './failure';
import type { FromFrame, ToFrame } from './messages';
import { PageList } from './page-list';

/** The code of pdf.js's worker, put here by the bundler. A frame with an opaque origin can load a worker from a blob alone. */
declare const PDF_WORKER: string;

/** Where the document came from, since `location.origin` of such a frame is `null`. */
const consoleOrigin = new URL(document.URL).origin;

const tell = (what: FromFrame) => window.parent.postMessage(what, consoleOrigin);

let list: PageList | null = null;

async function open(asked: Extract<ToFrame, { kind: 'open' }>): Promise<void> {
  document.documentElement.lang = asked.language;
  document.documentElement.style.colorScheme = asked.dark ? 'dark' : 'light';
  document.title = asked.title;
  const worker = URL.createObjectURL(new Blob([PDF_WORKER], { type: 'text/javascript' }));
  GlobalWorkerOptions.workerPort = new Worker(worker);
  const task = getDocument({
    data: new Uint8Array(asked.bytes),
    isEvalSupported: false,
    useWasm: false,
    useWorkerFetch: false,
    enableXfa: false,
    maxImageSize: 64 * 1024 * 1024,
    verbosity: 0,
  });
  try {
    const pdf = await task.promise;
    list = new PageList(pdf, (page) => `${asked.page} ${page} ${asked.of} ${pdf.numPages}`, tell);
    tell({ kind: 'opened', pages: pdf.numPages });
    await list.start();
  } catch (error) {
    tell({ kind: 'failed', why: failureOf(error) });
  }
}

let opened = false;
window.addEventListener('message', (event: MessageEvent<ToFrame>) => {
  if (event.source !== window.parent || event.origin !== consoleOrigin) return;
  const { data } = event;
  if (data.kind === 'open' && !opened) {
    opened = true;
    void open(data);
  } else if (data.kind === 'zoom') list?.zoom(data.to);
  else if (data.kind === 'go') list?.go(data.page);
});
if (window.parent !== window) tell({ kind: 'ready' });
