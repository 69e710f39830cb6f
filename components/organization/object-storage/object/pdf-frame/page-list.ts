/** The pages of a PDF, one below the other. A page is drawn when it comes near, and its canvas is dropped when it is far. */
import {
  TextLayer,
  type PDFDocumentProxy,
  type PDFPageProxy,
  type RenderTask,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { FromFrame } from './messages';

/** CSS pixels of a point at 100 %. */
const unit = 96 / 72;
const [least, most] = [25, 500];
/** More pixels than this are drawn coarser: browsers refuse larger canvases, and phones have little memory. */
const mostPixels = 16 * 1024 * 1024;

interface Shown {
  number: number;
  box: HTMLElement;
  /** Points. */
  width: number;
  height: number;
  page: PDFPageProxy | null;
  drawing: RenderTask | null;
  /** The scale of what is drawn; null while nothing is. */
  drawn: number | null;
}

/** Shows the pages in the document's body. */
export class PageList {
  private readonly pages: Shown[] = [];
  private readonly near: IntersectionObserver;
  /** Percent; `fit` follows the width of the window. */
  private wanted: number | 'fit' = 'fit';
  private scale = unit;
  private reported = '';

  constructor(
    private readonly pdf: PDFDocumentProxy,
    private readonly label: (page: number) => string,
    private readonly tell: (what: FromFrame) => void,
  ) {
    this.near = new IntersectionObserver((seen) => this.onSeen(seen), { rootMargin: '100% 0px' });
  }

  /** Lays out all pages, first as large as page 1, and draws what is in sight. */
  async start(): Promise<void> {
    const first = await this.pdf.getPage(1);
    const { width, height } = first.getViewport({ scale: 1 });
    const main = document.createElement('main');
    for (let number = 1; number <= this.pdf.numPages; number += 1) {
      const box = document.createElement('section');
      box.setAttribute('aria-label', this.label(number));
      box.dataset['page'] = String(number);
      main.append(box);
      this.pages.push({ number, box, width, height, page: null, drawing: null, drawn: null });
    }
    if (this.pages[0]) this.pages[0].page = first;
    document.body.replaceChildren(main);
    this.layOut();
    for (const { box } of this.pages) this.near.observe(box);
    window.addEventListener('resize', () => this.wanted === 'fit' && this.layOut());
    window.addEventListener('scroll', () => this.report(), { passive: true });
    document.addEventListener('keydown', (event) => this.onKey(event));
  }

  /** @param to percent, or as wide as the window */
  zoom(to: number | 'fit'): void {
    this.wanted = to === 'fit' ? to : Math.min(most, Math.max(least, to));
    this.layOut();
  }

  go(page: number): void {
    this.pages[page - 1]?.box.scrollIntoView({ block: 'start' });
    this.report();
  }

  private get top(): Shown | undefined {
    const line = window.innerHeight / 3;
    return (
      this.pages.findLast(({ box }) => box.getBoundingClientRect().top <= line) ?? this.pages[0]
    );
  }

  private report(): void {
    const at = {
      kind: 'at' as const,
      page: this.top?.number ?? 1,
      zoom: Math.round((100 * this.scale) / unit),
    };
    const text = JSON.stringify(at);
    if (text === this.reported) return;
    this.reported = text;
    this.tell(at);
  }

  /** Gives every page its size, and draws again what is near. What is at the top stays there. */
  private layOut(): void {
    const widest = Math.max(...this.pages.map(({ width }) => width));
    const room = document.documentElement.clientWidth - 24;
    this.scale =
      this.wanted === 'fit'
        ? Math.min((most / 100) * unit, Math.max(0.1, room / widest))
        : (this.wanted / 100) * unit;
    const { top } = this;
    const before = top?.box.getBoundingClientRect();
    for (const shown of this.pages) this.size(shown);
    if (top && before && before.height > 0) {
      const now = top.box.getBoundingClientRect();
      window.scrollBy(0, now.top - before.top * (now.height / before.height));
    }
    for (const shown of this.pages)
      if (shown.drawn !== null || shown.drawing) void this.draw(shown);
    this.report();
  }

  private size({ box, width, height }: Shown): void {
    box.style.width = `${width * this.scale}px`;
    box.style.height = `${height * this.scale}px`;
    box.style.setProperty('--total-scale-factor', String(this.scale));
  }

  private onSeen(seen: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of seen) {
      const shown = this.pages[Number((target as HTMLElement).dataset['page']) - 1];
      if (!shown) continue;
      if (isIntersecting) void this.draw(shown);
      else this.drop(shown);
    }
  }

  private drop(shown: Shown): void {
    shown.drawing?.cancel();
    shown.drawing = null;
    shown.drawn = null;
    shown.box.replaceChildren();
    shown.page?.cleanup();
  }

  private async draw(shown: Shown): Promise<void> {
    const { scale } = this;
    if (shown.drawn === scale) return;
    shown.drawing?.cancel();
    try {
      const page = (shown.page ??= await this.pdf.getPage(shown.number));
      const { width, height } = page.getViewport({ scale: 1 });
      if (width !== shown.width || height !== shown.height) {
        Object.assign(shown, { width, height });
        this.size(shown);
      }
      if (scale !== this.scale) return;
      await this.paint(shown, page, scale);
    } catch (error) {
      if (error instanceof Error && error.name === 'RenderingCancelledException') return;
      shown.drawing = null;
      this.tell({ kind: 'undrawn', page: shown.number });
    }
  }

  private async paint(shown: Shown, page: PDFPageProxy, scale: number): Promise<void> {
    const area = shown.width * shown.height * scale * scale;
    const density = Math.min(window.devicePixelRatio || 1, 2, Math.sqrt(mostPixels / area));
    const viewport = page.getViewport({ scale: scale * density });
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.floor(viewport.width));
    canvas.height = Math.max(1, Math.floor(viewport.height));
    canvas.setAttribute('aria-hidden', 'true'); // the text beside it says the same
    const task = page.render({ canvas, viewport });
    shown.drawing = task;
    await task.promise;
    const text = document.createElement('div');
    text.className = 'text';
    // The page is seen before its text can be selected and read.
    shown.box.replaceChildren(canvas, text);
    shown.drawn = scale;
    shown.drawing = null;
    const layer = new TextLayer({
      textContentSource: page.streamTextContent(),
      container: text,
      viewport: page.getViewport({ scale }),
    });
    await layer.render();
  }

  /** Plus, minus and zero zoom; the browser's own keys scroll. */
  private onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const percent = (100 * this.scale) / unit;
    if (event.key === '+' || event.key === '=') this.zoom(percent * 1.25);
    else if (event.key === '-') this.zoom(percent / 1.25);
    else if (event.key === '0') this.zoom('fit');
    else return;
    event.preventDefault();
  }
}
