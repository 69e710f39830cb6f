/** Writes a PDF of one page: lines of text, which programs that read PDFs find again. */

/** Points; the page is A4. */
const top = 800;
const left = 56;
const leading = 18;

/** Escapes a line for a PDF string; characters that the font doesn't have become question marks. */
const escaped = (line: string) =>
  line.replace(/[^\x20-\x7e]/g, '?').replace(/[\\()]/g, (character) => `\\${character}`);

/** A PDF with these lines, at most 40 of them on its one page. */
export function textPdf(lines: readonly string[]): Buffer {
  const shown = lines
    .slice(0, 40)
    .map((line) => `(${escaped(line)}) Tj T*`)
    .join('\n');
  const content = `BT /F1 11 Tf ${leading} TL ${left} ${top} Td\n${shown}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return String(offset).padStart(10, '0');
  });
  const table = offsets.map((offset) => `${offset} 00000 n \n`).join('');
  const size = objects.length + 1;
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>`;
  return Buffer.from(`${text}${end}\nstartxref\n${text.length}\n%%EOF\n`, 'latin1');
}
