'use client';
import { CopyButton } from '@/components/ui/copy-button';
import { isolatedNode } from '@/components/ui/foreign';

/** A value that people copy, such as an address, in monospace with a copy button. */
export function Copyable({ text, label }: { text: string; label: string }) {
  return (
    <span className="-my-1 inline-flex min-w-0 items-center gap-0.5">
      <span className="tabular font-mono wrap-anywhere">{isolatedNode(text)}</span>
      <CopyButton text={text} label={label} />
    </span>
  );
}
