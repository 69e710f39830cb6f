// Bundles the document that shows a PDF in a sandboxed frame: one file, dist/pdf-viewer.html, with its script and style inside.
// The frame's origin is opaque, so whatever it loaded by an address would have to be open to every site.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './root.mjs';

const frame = 'components/organization/object-storage/object/pdf-frame';
const options = {
  absWorkingDir: root,
  bundle: true,
  write: false,
  minify: true,
  legalComments: 'none',
  platform: 'browser',
  target: 'es2022',
  logLevel: 'warning',
};

/** Ends the build where a text would end, or comment out, the element that holds it. */
function inside(text, ...ends) {
  for (const end of ends)
    if (text.toLowerCase().includes(end)) throw new Error(`The PDF viewer's code holds ${end}.`);
  return text;
}

/** Builds the document. */
export async function buildPdfViewer() {
  const { build } = await import('esbuild');
  const one = async (more) => (await build({ ...options, ...more })).outputFiles[0].text;
  const worker = await one({
    entryPoints: ['pdfjs-dist/legacy/build/pdf.worker.mjs'],
    format: 'iife',
    // Only code that this frame has no use for asks where it was loaded from.
    define: { 'import.meta.url': '""' },
  });
  const script = await one({
    entryPoints: [`${frame}/frame.ts`],
    format: 'esm',
    define: { PDF_WORKER: JSON.stringify(worker), 'import.meta.url': '""' },
  });
  const style = readFileSync(path.join(root, frame, 'frame.css'), 'utf8');
  const html = [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>PDF</title>',
    '<meta name="viewport" content="width=device-width">',
    `<style>${inside(style, '</style')}</style></head><body>`,
    `<script type="module">${inside(script, '</script', '<!--')}</script></body></html>`,
  ].join('');
  mkdirSync(path.join(root, 'dist'), { recursive: true });
  writeFileSync(path.join(root, 'dist', 'pdf-viewer.html'), html);
}
