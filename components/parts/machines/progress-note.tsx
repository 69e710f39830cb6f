import { ProgressBar } from '@/components/ui/progress-bar';

/** Says at the top of a page that an action on its thing is under way. */
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
