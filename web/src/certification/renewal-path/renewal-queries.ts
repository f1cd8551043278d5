/** The queries that show where a renewal is: refreshed after each step. */
export const RENEWAL_QUERIES = ['renewals', 'certification-history', 'my-certifications']
