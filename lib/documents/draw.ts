/** Draws a document as a PDF: A4, with a table that goes on over pages. Server only. */
import { setImmediate as turn } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import type { DocumentCell, DocumentColumn, DocumentModel, DocumentParty } from './document';
import { Fonts, type Weight } from './fonts';

/** Points: A4, and the edges that stay empty. */
const page = { width: 595.28, height: 841.89 };
const edge = { side: 48, top: 48, bottom: 64 };
const width = page.width - 2 * edge.side;
const gap = 8;
const colors = { text: '#1a1a1a', muted: '#5c5c5c', line: '#c8c8c8' };

/** Most characters of one text: a longer one is cut, since a row must fit on a page. */
const mostOf = { cell: 400, beneath: 400, remark: 2000 };
/** Rows that are drawn before other requests get a turn. */
const rowsBeforePause = 40;

interface Style {
  size?: number;
  weight?: Weight;
  color?: string;
  align?: 'left' | 'right';
}

/** A text without unseen characters, cut to its most. Line breaks stay. */
function plain(text: string, most: number): string {
  const seen = text.replace(/\r\n?/g, '\n').replace(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/gu, '');
  const letters = [...seen];
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : seen;
}

class Paper {
  /** Where the next thing is drawn, from the top of the page. */
  y = edge.top;
  private constructor(
    readonly doc: InstanceType<typeof PDFDocument>,
    private readonly fonts: Fonts,
    private readonly model: DocumentModel,
  ) {}

  static async open(model: DocumentModel): Promise<Paper> {
    const doc = new PDFDocument({
      size: 'A4',
      margin: 0,
      bufferPages: true,
      lang: model.language,
      displayTitle: true,
      info: { Title: `${model.title} ${model.number}`, Producer: 'Nusa', CreationDate: model.at },
    });
    return new Paper(doc, await Fonts.in(doc), model);
  }

  private prepare(text: string, { size = 9, weight = 'regular' }: Style): void {
    this.fonts.use(weight, text);
    this.doc.fontSize(size);
  }

  /** The height of a text in a width. */
  height(text: string, inWidth: number, style: Style = {}): number {
    if (text === '') return 0;
    this.prepare(text, style);
    return this.doc.heightOfString(text, { width: inWidth });
  }

  /** Writes a text at a place. @returns its height */
  write(text: string, x: number, y: number, inWidth: number, style: Style = {}): number {
    if (text === '') return 0;
    this.prepare(text, style);
    const { color = colors.text, align = 'left' } = style;
    this.doc.fillColor(color).text(text, x, y, { width: inWidth, align });
    return this.doc.y - y;
  }

  rule(y = this.y): void {
    const { doc } = this;
    doc.lineWidth(0.5).strokeColor(colors.line);
    doc
      .moveTo(edge.side, y)
      .lineTo(page.width - edge.side, y)
      .stroke();
  }

  /** Whether this much fits on what is left of the page. */
  fits(height: number): boolean {
    return this.y + height <= page.height - edge.bottom;
  }

  /** Begins a page with the title once more. */
  turnPage(): void {
    this.doc.addPage();
    this.y = edge.top;
    const { title, number } = this.model;
    const style = { weight: 'bold', size: 10 } as const;
    this.y += this.write(plain(`${title} ${number}`, 200), edge.side, this.y, width, style) + gap;
  }

  /** Begins a page unless this much fits. @returns whether it did */
  need(height: number): boolean {
    if (this.fits(height)) return false;
    this.turnPage();
    return true;
  }
}

const side = edge.side;
const half = (width - 2 * gap) / 2;

function partyLines({ name, address, taxNumber }: DocumentParty): [string, Style][] {
  const lines: [string, Style][] = [
    [plain(name, 200), { weight: 'bold', size: 10 }],
    [plain(address, 600), { color: colors.muted }],
    [plain(taxNumber, 100), {}],
  ];
  return lines.filter(([text]) => text !== '');
}

function drawParty(
  paper: Paper,
  party: DocumentParty,
  x: number,
  y: number,
  align: 'left' | 'right',
) {
  let at = y;
  for (const [text, style] of partyLines(party))
    at += paper.write(text, x, at, half, { ...style, align }) + 2;
  return at - y;
}

function drawHead(paper: Paper, model: DocumentModel): void {
  const top = paper.y;
  let left = top;
  left += paper.write(plain(model.title, 80), side, left, half, { color: colors.muted, size: 10 });
  left += paper.write(plain(model.number, 80), side, left, half, { weight: 'bold', size: 16 });
  left += paper.write(plain(model.state, 80), side, left + 2, half, { size: 10 });
  const right = drawParty(paper, model.seller, side + half + 2 * gap, top, 'right');
  paper.y = Math.max(left, top + right) + 2 * gap;
  paper.rule();
  paper.y += gap + 4;
}

/** The buyer at the left, the facts at the right. */
function drawFacts(paper: Paper, { buyer, buyerTitle, facts }: DocumentModel): void {
  const top = paper.y;
  let left = top + paper.write(buyerTitle, side, top, half, { color: colors.muted }) + 2;
  left += drawParty(paper, buyer, side, left, 'left');
  const x = side + half + 2 * gap;
  let right = top;
  for (const { term, value } of facts) {
    const a = paper.write(term, x, right, half * 0.4, { color: colors.muted });
    const told = plain(value, mostOf.cell);
    const b = paper.write(told, x + half * 0.4, right, half * 0.6, { align: 'right' });
    right += Math.max(a, b) + 3;
  }
  paper.y = Math.max(left, right) + 2 * gap;
}

interface Placed extends DocumentColumn {
  x: number;
  inner: number;
}

function placed(columns: readonly DocumentColumn[]): Placed[] {
  const total = columns.reduce((sum, column) => sum + column.width, 0);
  let x = side;
  return columns.map((column) => {
    const whole = (column.width / total) * width;
    const at = { ...column, x, inner: whole - gap };
    x += whole;
    // The last column ends at the edge.
    return column.align === 'right' ? { ...at, x: at.x + gap } : at;
  });
}

function drawTableHead(paper: Paper, columns: readonly Placed[]): void {
  const style = { color: colors.muted, size: 8 };
  const heights = columns.map(({ header, x, inner, align }) =>
    paper.write(header, x, paper.y, inner, { ...style, align }),
  );
  paper.y += Math.max(...heights) + 4;
  paper.rule();
  paper.y += 4;
}

/** What is written in one cell: the text, and the grey text beneath. */
function cellTexts(cell: DocumentCell | undefined): [string, Style][] {
  return [
    [plain(cell?.text ?? '', mostOf.cell), { size: 8.5 }],
    [plain(cell?.beneath ?? '', mostOf.beneath), { size: 7.5, color: colors.muted }],
  ];
}

async function drawTable(paper: Paper, model: DocumentModel): Promise<void> {
  const { rows, noRows } = model;
  if (rows.length === 0) {
    if (noRows !== '')
      paper.y += paper.write(noRows, side, paper.y, width, { color: colors.muted }) + gap;
    return;
  }
  const columns = placed(model.columns);
  paper.need(60);
  drawTableHead(paper, columns);
  for (const [index, row] of rows.entries()) {
    const texts = columns.map((_, at) => cellTexts(row[at]));
    const height = Math.max(
      ...columns.map(({ inner }, at) =>
        (texts[at] ?? []).reduce((sum, [text, style]) => sum + paper.height(text, inner, style), 0),
      ),
    );
    if (paper.need(height + 6)) drawTableHead(paper, columns);
    for (const [at, { x, inner, align }] of columns.entries()) {
      let y = paper.y;
      for (const [text, style] of texts[at] ?? [])
        y += paper.write(text, x, y, inner, { ...style, align });
    }
    paper.y += height + 6;
    if (index % rowsBeforePause === rowsBeforePause - 1) await turn();
  }
  paper.rule();
  paper.y += gap;
}

/** The lines of the sum, at the right, which stay on one page. */
function drawSums(paper: Paper, { sums }: DocumentModel): void {
  const whole = width * 0.6;
  const x = page.width - edge.side - whole;
  const [names, figures] = [whole * 0.62, whole * 0.38];
  const styleOf = (role: 'add' | 'sum' | 'note'): Style => ({
    weight: role === 'sum' ? 'bold' : 'regular',
    color: role === 'note' ? colors.muted : colors.text,
  });
  const heights = sums.map(({ label, role }) => paper.height(label, names, styleOf(role)) + 5);
  paper.need(heights.reduce((sum, each) => sum + each, 0));
  for (const [at, { label, amount, role }] of sums.entries()) {
    const height = heights[at] ?? 0;
    if (role === 'sum') {
      const { doc } = paper;
      doc.lineWidth(0.5).strokeColor(colors.line);
      doc
        .moveTo(x, paper.y - 1)
        .lineTo(x + whole, paper.y - 1)
        .stroke();
    }
    paper.write(label, x, paper.y + 1, names, styleOf(role));
    paper.write(amount, x + names, paper.y + 1, figures, { ...styleOf(role), align: 'right' });
    paper.y += height;
  }
  paper.y += gap;
}

function drawRemarks(paper: Paper, { remarks }: DocumentModel): void {
  for (const remark of remarks) {
    const text = plain(remark, mostOf.remark);
    if (text === '') continue;
    paper.need(Math.min(paper.height(text, width), 300));
    paper.y += paper.write(text, side, paper.y, width) + gap;
  }
}

/** The last line of every page. */
function drawFooters(paper: Paper, { footer, pageWords }: DocumentModel): void {
  const { count } = paper.doc.bufferedPageRange();
  const style = { size: 7.5, color: colors.muted };
  const y = page.height - edge.bottom + 24;
  for (let at = 0; at < count; at += 1) {
    paper.doc.switchToPage(at);
    paper.write(plain(footer, 200), side, y, width * 0.75, style);
    const words = pageWords(at + 1, count);
    paper.write(words, side + width * 0.75, y, width * 0.25, { ...style, align: 'right' });
  }
}

/** Draws a document. @returns the bytes of a PDF */
export async function drawDocument(model: DocumentModel): Promise<Buffer> {
  const paper = await Paper.open(model);
  const chunks: Buffer[] = [];
  const ended = new Promise<Buffer>((resolve, reject) => {
    paper.doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    paper.doc.on('end', () => resolve(Buffer.concat(chunks)));
    paper.doc.on('error', reject);
  });
  drawHead(paper, model);
  drawFacts(paper, model);
  await drawTable(paper, model);
  drawSums(paper, model);
  drawRemarks(paper, model);
  drawFooters(paper, model);
  paper.doc.end();
  return ended;
}
