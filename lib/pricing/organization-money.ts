/** The money of an Awanio organization, which pays for its projects, too. */
export interface OrganizationMoney {
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
