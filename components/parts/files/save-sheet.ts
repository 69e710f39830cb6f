/** Saves a sheet as a file. Loaded on demand. */
import { datedFileName } from '@/lib/documents/file-name';
import { csvText } from './csv';
import type { FileFormat } from './file-format';
import { saveBlob } from './save-blob';
import type { Sheet } from './sheet';

async function blobOf(sheet: Sheet, format: FileFormat): Promise<Blob> {
  if (format !== 'xlsx')
    return new Blob([csvText(sheet, format)], { type: 'text/csv;charset=utf-8' });
  const { workbookBlob } = await import('./workbook');
  return workbookBlob([sheet]);
}

/** Downloads a sheet, as `instances-2026-11-21.csv`. @param base the name of the file without day and extension */
export async function saveSheet(base: string, sheet: Sheet, format: FileFormat): Promise<void> {
  const blob = await blobOf(sheet, format);
  saveBlob(blob, datedFileName(base, format === 'xlsx' ? 'xlsx' : 'csv'));
}
