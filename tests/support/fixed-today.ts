/** Every test runs on this day unless it says otherwise: a Wednesday, at 9 in the morning in New York. */
export const NOW = new Date('2026-06-17T13:00:00Z')
export const TODAY = '2026-06-17'
/** The Monday of that week. */
export const THIS_WEEK = '2026-06-15'
