import type { DialogProps } from '@/components/ui/dialog-props';

/** What the dialogs of a folder's lines know. */
export type About<Own = unknown> = DialogProps<
  Own & {
    bucket: string;
    /** The folder's whole name; empty for the top of the bucket. */
    folder: string;
    /**
     * Called before the dialog closes, if anything changed. `gone`: the ids of lines that are deleted, where nothing else changed.
     */
    onChanged: (gone?: ReadonlySet<string>) => void;
  }
>;
