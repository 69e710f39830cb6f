/** Whether an organization is invoiced after use, by its `payment_plans`. Awanio says `prepaid` or `postpaid`. Pure. */
export const isPostpaid = (plan: string | null | undefined): boolean => /post/i.test(plan ?? '');
