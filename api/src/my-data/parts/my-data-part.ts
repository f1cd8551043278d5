/** One part of "everything of mine": the rows of one kind that speak of the person who asks. */
export interface MyDataPart {
  readonly key: string
  /** The columns (`table.column`) by which these rows are the person's; a test finds columns that nobody claims. */
  readonly of: readonly string[]
  /** Readable names as aliases, no ids; runs as the person, so that their own walls hold here too. */
  readonly sql: string
}

/** More rows of one kind than anybody has; what is over is left out, and the file says so. */
export const MAX_ROWS_PER_PART = 5_000

export const ME = '(select access.membership_id())'
export const MY_ORGANIZATION = '(select access.organization_id())'

/** The name of a colleague, where the person may know it. */
export function nameOf(organization: string, id: string): string {
  return `(select m.display_name from membership m where m.organization_id = ${organization} and m.id = ${id})`
}
