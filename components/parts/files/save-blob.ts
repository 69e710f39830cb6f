/** Lets the browser save a file. @param name with its extension */
export function saveBlob(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // Safari begins to read the blob only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
