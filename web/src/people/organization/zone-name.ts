/** 'Eastern Time (New York)': the name that people call a time zone by, then the city that the standard names it after. */
export function zoneName(zone: string, locale: string): string {
  const city = zone.split('/').slice(1).join(', ').replaceAll('_', ' ')
  const format = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'longGeneric' })
  const spoken = format.formatToParts().find(({ type }) => type === 'timeZoneName')?.value ?? zone
  const name = spoken.charAt(0).toLocaleUpperCase(locale) + spoken.slice(1)
  return city ? `${name} (${city})` : name
}
