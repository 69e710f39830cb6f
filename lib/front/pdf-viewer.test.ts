import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { viewerPolicy } from './pdf-viewer';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('the policy of the PDF viewer', () => {
  const policy = viewerPolicy(
    '<html><style>a{}</style><script type="module">let x = "<style>";\nrun();</script></html>',
  );
  it('lets only the document’s own script and style count', () => {
    expect(policy).toContain(`script-src ${hash('let x = "<style>";\nrun();')};`);
    expect(policy).toContain(`style-src ${hash('a{}')};`);
    expect(policy).not.toMatch(/unsafe|\*/);
  });
  it('makes the origin opaque, and lets it reach nothing', () => {
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).toMatch(/sandbox allow-scripts$/);
  });
});
