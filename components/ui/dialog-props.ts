/** What a dialog about something of an account is given, beside the thing itself. */
export type DialogProps<Own = unknown> = Own & {
  /** Asked to close, or done. */
  onClose: () => void;
};
