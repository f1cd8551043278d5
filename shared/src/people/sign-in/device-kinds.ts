/** Whose device somebody signs in on. `SHARED` is assumed where nobody says so. */
export const DeviceKind = { OWN: 'OWN', SHARED: 'SHARED' } as const
export type DeviceKind = (typeof DeviceKind)[keyof typeof DeviceKind]

/** A session on a shared device is over after this long without use; the database holds the same. */
export const SHARED_IDLE_MINUTES = 15
