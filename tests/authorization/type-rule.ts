/** Who sees a type, in words, and the fields that it has. */
export interface TypeRule {
  readonly rule: string
  readonly fields: string
}
