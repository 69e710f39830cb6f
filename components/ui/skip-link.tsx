/** A link past the navigation to the content. It is the first element that Tab reaches. */
export function SkipLink({ label, target = 'content' }: { label: string; target?: string }) {
  return (
    <a
      href={`#${target}`}
      className="bg-accent text-on-accent sr-only z-50 rounded px-3 py-2 font-medium focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
    >
      {label}
    </a>
  );
}
