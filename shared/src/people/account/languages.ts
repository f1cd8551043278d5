/** The languages that Alongside speaks, as equals. */
export const Language = { en: 'en', es: 'es' } as const
export type Language = (typeof Language)[keyof typeof Language]

/** The colours of the pages; `SYSTEM` follows the device. */
export const Theme = { SYSTEM: 'SYSTEM', LIGHT: 'LIGHT', DARK: 'DARK' } as const
export type Theme = (typeof Theme)[keyof typeof Theme]
