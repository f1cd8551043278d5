/** What the PDF of own data says, in one language. */
export interface MyDataWords {
  readonly title: string
  /** Who it is about, where, and when it was made. */
  readonly about: (person: string, organization: string, madeAt: string) => string
  readonly scope: string
  readonly page: (number: number, of: number) => string
  readonly nothing: string
  readonly more: (most: string) => string
  readonly signs: string
  readonly yes: string
  readonly no: string
  readonly parts: Readonly<Record<string, string>>
}
