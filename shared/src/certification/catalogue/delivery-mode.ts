/** How a course was attended; some boards count only part of what was not attended in person. */
export const DeliveryMode = {
  IN_PERSON: 'IN_PERSON',
  LIVE_ONLINE: 'LIVE_ONLINE',
  SELF_PACED: 'SELF_PACED',
} as const
export type DeliveryMode = (typeof DeliveryMode)[keyof typeof DeliveryMode]

export const DELIVERY_MODES: readonly DeliveryMode[] = Object.values(DeliveryMode)
