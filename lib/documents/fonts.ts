/**
 * The fonts of documents. Noto Sans has Latin, Greek, Cyrillic and Devanagari letters. What it lacks is written in the
 * operator's own font (`NUSA_DOCUMENT_FONT`); without one, each such letter is drawn as an empty box and lost to
 * programs that read the text. Server only.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type PDFDocument from 'pdfkit';
import { describeError } from '@/lib/log/describe-error';
import { log } from '@/lib/log/log';
import { settings } from '@/lib/settings';

type Doc = InstanceType<typeof PDFDocument>;

export type Weight = 'regular' | 'bold';
type FontName = Weight | 'other';

const files: Record<Weight, string> = {
  regular: '400Regular/NotoSans_400Regular.ttf',
  bold: '700Bold/NotoSans_700Bold.ttf',
};

let read: Promise<Map<FontName, Buffer>> | undefined;

async function readFonts(): Promise<Map<FontName, Buffer>> {
  // The bundler must not look for this file, so the name is resolved when it is needed.
  const { resolve } = createRequire(path.join(process.cwd(), 'package.json'));
  const packaged = path.dirname(resolve('@expo-google-fonts/noto-sans/package.json'));
  const fonts = new Map<FontName, Buffer>();
  for (const weight of ['regular', 'bold'] as const)
    fonts.set(weight, await readFile(path.join(packaged, files[weight])));
  const own = settings().NUSA_DOCUMENT_FONT;
  if (own === undefined) return fonts;
  try {
    fonts.set('other', await readFile(own));
  } catch (error) {
    log().error(describeError(error), 'the font of NUSA_DOCUMENT_FONT cannot be read');
  }
  return fonts;
}

/** What is used of a font that pdfkit has opened. */
interface Opened {
  hasGlyphForCodePoint(code: number): boolean;
}

/** Writes each text in a font that has its letters. */
export class Fonts {
  private readonly opened = new Map<FontName, Opened>();
  private constructor(private readonly doc: Doc) {}

  /** Registers the fonts in a document. */
  static async in(doc: Doc): Promise<Fonts> {
    read ??= readFonts();
    read.catch(() => (read = undefined));
    const made = new Fonts(doc);
    for (const [name, file] of await read) {
      doc.registerFont(name, file);
      // pdfkit says nowhere else which letters a font has.
      const { _font } = doc.font(name) as unknown as { _font: { font: Opened } };
      made.opened.set(name, _font.font);
    }
    return made;
  }

  private missing(name: FontName, text: string): number {
    const font = this.opened.get(name);
    if (!font) return Infinity;
    return [...text].filter((each) => !font.hasGlyphForCodePoint(each.codePointAt(0) ?? 0)).length;
  }

  /** Chooses the font that lacks the fewest letters of a text. */
  use(weight: Weight, text: string): void {
    const letters = text.replace(/\s/g, '');
    const lacks = this.missing(weight, letters);
    this.doc.font(lacks > 0 && this.missing('other', letters) < lacks ? 'other' : weight);
  }
}
