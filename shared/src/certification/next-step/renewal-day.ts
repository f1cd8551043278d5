/** What a day of the renewal calendar is for a certification. */
export const RenewalDay = {
  RENEWAL_OPENS: 'RENEWAL_OPENS',
  SEND_BY: 'SEND_BY',
  EXPIRES: 'EXPIRES',
  REMINDER: 'REMINDER',
} as const
export type RenewalDay = (typeof RenewalDay)[keyof typeof RenewalDay]
