'use client';
/** The frame that shows a PDF, as the page talks to it. */
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { useLocale } from 'use-intl';
import { ProblemError, type Problem } from '@/lib/problem';
import { problemOf, send } from '@/lib/session/fetcher';
import { readFromFrame, type PdfFailure, type ToFrame } from '../pdf-frame/messages';

/** A frame that hasn't said a word after so long doesn't come. Milliseconds. */
const patience = 20_000;

export type PdfState =
  | { kind: 'loading' }
  | { kind: 'shown'; pages: number; page: number; zoom: number }
  | { kind: 'refused'; problem: Problem }
  | { kind: 'failed'; why: PdfFailure };

async function readBytes(url: string, signal: AbortSignal): Promise<ArrayBuffer> {
  const answer = await send(url, { signal });
  if (!answer.ok) throw new ProblemError(await problemOf(answer, {}));
  return answer.arrayBuffer();
}

interface Words {
  title: string;
  page: string;
  of: string;
}

/**
 * Fetches a PDF and gives its bytes to the frame once it listens.
 * @param words of the frame's document
 */
export function usePdfFrame(url: string, words: Words) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [state, setState] = useState<PdfState>({ kind: 'loading' });
  const language = useLocale();
  const { title, page, of } = words;
  useEffect(
    () => connect(frame, url, { language, title, page, of }, setState),
    [url, language, title, page, of],
  );
  const say = useCallback((what: ToFrame) => {
    // The frame's origin is opaque, so no other name of a recipient exists.
    frame.current?.contentWindow?.postMessage(what, '*');
  }, []);
  return { frame, state, say };
}

function connect(
  frame: RefObject<HTMLIFrameElement | null>,
  url: string,
  words: Words & { language: string },
  setState: (next: PdfState | ((before: PdfState) => PdfState)) => void,
): () => void {
  const gone = new AbortController();
  let listens: () => void = () => {};
  const ready = new Promise<void>((resolve) => (listens = resolve));
  const onMessage = ({ source, origin, data }: MessageEvent<unknown>) => {
    if (source === null || source !== frame.current?.contentWindow || origin !== 'null') return;
    const said = readFromFrame(data);
    if (said?.kind === 'ready') listens();
    else if (said?.kind === 'opened')
      setState({ kind: 'shown', pages: said.pages, page: 1, zoom: 100 });
    else if (said?.kind === 'failed') setState(said);
    else if (said?.kind === 'at')
      setState((before) =>
        before.kind === 'shown' ? { ...before, ...said, kind: 'shown' } : before,
      );
  };
  const late = setTimeout(() => {
    setState((before) => (before.kind === 'loading' ? { kind: 'failed', why: 'unknown' } : before));
  }, patience);
  window.addEventListener('message', onMessage);
  const run = async () => {
    try {
      const [bytes] = await Promise.all([readBytes(url, gone.signal), ready]);
      const dark = getComputedStyle(document.documentElement).colorScheme === 'dark';
      const open: ToFrame = { kind: 'open', bytes, dark, ...words };
      frame.current?.contentWindow?.postMessage(open, '*', [bytes]);
    } catch (error) {
      if (gone.signal.aborted) return;
      if (!(error instanceof ProblemError)) throw error;
      setState({ kind: 'refused', problem: error.problem });
    }
  };
  // Where the frame was there before the listener, its word was lost: a new document says it again.
  if (frame.current) frame.current.src = frame.current.src;
  void run();
  return () => {
    gone.abort();
    clearTimeout(late);
    window.removeEventListener('message', onMessage);
  };
}
