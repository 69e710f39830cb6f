/** The balance of an Awanio organization, and all that it pays, also for its projects. */
export interface OrganizationWallet {
  /** Rupiah; null if it couldn't be read. */
  balance: number | null;
  /** It is billed after use, so that its balance says nothing. */
  postpaid: boolean;
  /** Rupiah an hour of all that costs now; null if no price is known. */
  perHour: number | null;
  /** False if `perHour` leaves out some costs. */
  whole: boolean;
  /** When it was read, in milliseconds since 1970. */
  at: number;
}
