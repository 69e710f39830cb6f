import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

// A page in the console without its own outline, failure and absence would show its parent's, which doesn't fit it.
const pages = readdirSync('app/(console)', { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'page.tsx')
  .map((file) => path.join('app/(console)', path.dirname(file)));

describe('segments of the console', () => {
  it('are found', () => expect(pages.length).toBeGreaterThan(10));
  it.each(pages)('%s says that it loads, failed, or is not there', (folder) => {
    const missing = ['loading.tsx', 'error.tsx', 'not-found.tsx'].filter(
      (file) => !existsSync(path.join(folder, file)),
    );
    expect(missing).toEqual([]);
  });
});
