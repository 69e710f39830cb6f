import { ProgressBar } from '@/components/ui/progress-bar';

/** Over a page: work is under way on what it shows. */
export function ProgressNote({ words }: { words: string }) {
  return (
    <div
      role="status"
      className="border-line bg-surface mb-4 flex flex-col gap-2 rounded-md border p-3"
    >
      <p>{words}</p>
      <ProgressBar label={words} />
    </div>
  );
}
