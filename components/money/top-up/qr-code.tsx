'use client';
import { Download } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { encode } from 'uqr';
import { saveBlob } from '@/components/parts/files/save-blob';
import { Button } from '@/components/ui/button';
import { fileName } from '@/lib/documents/file-name';

/** Modules of white around the code, as its standard asks for. */
const margin = 4;
/** Pixels of a module in a saved picture. */
const scale = 12;

type Squares = { size: number; data: boolean[][] };

/** The code, or null for a text that no code can hold. */
function squaresOf(text: string): Squares | null {
  try {
    return encode(text, { ecc: 'M', border: margin });
  } catch {
    return null;
  }
}

/** The dark squares as one path: a stroke for each run in a row. */
const pathOf = ({ data }: Squares): string =>
  data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');

/** Saves the code as a PNG, which a wallet on the same phone can read. */
function save({ size, data }: Squares, name: string): void {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size * scale;
  const pen = canvas.getContext('2d');
  if (!pen) return;
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = '#000000';
  data.forEach((row, y) =>
    row.forEach((dark, x) => {
      if (dark) pen.fillRect(x * scale, y * scale, scale, scale);
    }),
  );
  canvas.toBlob((blob) => {
    if (blob) saveBlob(blob, fileName(name, 'png'));
  }, 'image/png');
}

/** Draws a QR code, black on white in every theme, and saves it as a picture. @param name of the file */
export function QrCode({ text, name }: { text: string; name: string }) {
  const t = useTranslations('top-up.payment');
  const squares = squaresOf(text);
  if (!squares) return <p className="text-warn">{t('qrLong')}</p>;
  return (
    <div className="flex flex-col items-start gap-2">
      <svg
        role="img"
        aria-label={t('qr')}
        viewBox={`0 0 ${squares.size} ${squares.size}`}
        shapeRendering="crispEdges"
        className="border-line size-64 max-w-full rounded-md border"
      >
        <rect width="100%" height="100%" fill="#ffffff" />
        <path d={pathOf(squares)} fill="#000000" />
      </svg>
      <div className="flex flex-col items-start gap-1 print:hidden">
        <Button icon={<Download aria-hidden />} onClick={() => save(squares, name)}>
          {t('qrSave')}
        </Button>
        <p className="text-faint text-sm">{t('qrPhone')}</p>
      </div>
    </div>
  );
}
