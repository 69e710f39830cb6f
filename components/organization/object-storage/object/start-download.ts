/** Lets the browser save what an address answers as a file; the page stays. The answer names the file. */
export function startDownload(url: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = '';
  link.click();
}
