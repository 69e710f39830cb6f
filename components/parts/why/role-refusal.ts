/** Why a person's role refuses something, for one control or for many. */
import { whyAsked, type Asked } from './why';

/** Why a control can't be used by this person, and what pressing it does then. */
export interface RoleRefusal {
  /** In words; shown beside the control. */
  disabledReason: string;
  /** Opens “Why can't I?”. Left out where the role isn't the reason. */
  onBlocked?: () => void;
}

/**
 * The refusal of a role that lacks a right.
 * @param asked the right, and where it is lacking
 * @param words that the role lacks it
 * @param hint that pressing the control tells more (`shell.whyHint`)
 */
export const roleRefusal = (asked: Asked, words: string, hint: string): RoleRefusal => ({
  disabledReason: `${words} ${hint}`,
  onBlocked: () => whyAsked.set(asked),
});
