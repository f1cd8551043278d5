import { canonicalEmail } from '@alongside/shared/people/account/email'
import { plainWords } from '@alongside/shared/imports/import-columns'
import { type AssessedRow, validatePeopleRow } from '@alongside/shared/imports/people-row'
import type { PeopleFacts } from '@alongside/shared/imports/placement-cells'
import type { Reader } from '../../database/statement-queue.ts'
import type { FileLine } from './read-people-file.ts'

// What the lines of a file are assessed by: who is there already, which agencies and teams there are.

interface Named {
  readonly id: string
  readonly name: string
}

/** Three statements in one batch. */
export async function peopleFacts(
  db: Reader,
  importerRoles: () => readonly string[],
  lines: readonly FileLine[],
): Promise<PeopleFacts> {
  const firstLineOf = new Map<string, number>()
  for (const { line, cells } of lines) {
    const email = canonicalEmail(cells.EMAIL ?? '')
    if (email !== '' && !firstLineOf.has(email)) firstLineOf.set(email, line)
  }
  const [agencies, teams, members] = await Promise.all([
    db.run<Named>(
      'select id, name from host_agency where organization_id = (select access.organization_id())',
    ),
    db.run<Named>(
      `select id, name from reporting_team
        where organization_id = (select access.organization_id()) and archived_at is null`,
    ),
    db.run<{ email: string }>('select email from access.members_by_email($1)', [
      storable(firstLineOf.keys()),
    ]),
  ])
  return {
    importerRoles: importerRoles(),
    memberEmails: new Set(members.map(({ email }) => email)),
    agencies: byName(agencies),
    teams: byName(teams),
    firstLineOf,
  }
}

/** What each line would make; a fault in its shape stands before everything else. */
export function validateLines(lines: readonly FileLine[], facts: PeopleFacts): (FileLine & AssessedRow)[] {
  return lines.map((each) => {
    const assessed = validatePeopleRow(each.cells, each.line, facts)
    if (each.problems.length === 0) return { ...each, ...assessed }
    const further = assessed.kind === 'problem' ? assessed.problems : []
    return { ...each, kind: 'problem' as const, problems: [...each.problems, ...further] }
  })
}

const LONGEST_ADDRESS = 254
const storable = (emails: Iterable<string>): string[] =>
  [...emails].filter((email) => email.length <= LONGEST_ADDRESS)

function byName(rows: readonly Named[]): Map<string, string[]> {
  const ids = new Map<string, string[]>()
  for (const { id, name } of rows) ids.set(plainWords(name), [...(ids.get(plainWords(name)) ?? []), id])
  return ids
}
