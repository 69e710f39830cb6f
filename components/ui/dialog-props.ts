/** The props of a dialog, besides its own. */
export type DialogProps<Own = unknown> = Own & {
  /** Called when the person closes the dialog, and when its work is done. */
  onClose: () => void;
};
