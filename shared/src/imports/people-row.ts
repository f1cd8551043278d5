/** Assesses one line of a file of people: what it would make, or why it cannot be taken as it stands. */
import { canonicalEmail, validateEmail } from '../people/account/email.ts'
import { validateDisplayName } from '../people/invitations/invitation-input.ts'
import { Role } from '../people/roles.ts'
import { readRoles } from './cell-values.ts'
import {
  type ImportedPlacement,
  type PeopleFacts,
  PLACEMENT_COLUMNS,
  readPlacement,
} from './placement-cells.ts'
import { idOf, nameIn, rowProblems, type TextOf, textOf, textProblems } from './row-cells.ts'
import type { AssessedRow, RowCells, RowProblem } from './row-problems.ts'

export interface ImportedPerson {
  readonly displayName: string
  readonly email: string
  readonly roles: readonly Role[]
  readonly teamId: string | null
  readonly placement: ImportedPlacement | null
}

const MANAGER_COLUMNS = [...PLACEMENT_COLUMNS, 'FULL_TIME_SHARE', 'TEAM'] as const

export function validatePeopleRow(
  cells: RowCells,
  line: number,
  facts: PeopleFacts,
): AssessedRow<ImportedPerson> {
  const text = textOf(cells)
  const problems = [...textProblems(cells), ...identityProblems(text)]
  const email = canonicalEmail(text('EMAIL'))
  const first = facts.firstLineOf.get(email) ?? line
  if (first !== line) problems.push({ column: 'EMAIL', problem: 'repeated', line: first })
  // Whoever is there already stays as they are: the rest of their line changes nothing.
  if (problems.length === 0 && facts.memberEmails.has(email)) return { kind: 'present' }

  const roles = text('ROLES') === '' ? [Role.PEER] : readRoles(text('ROLES'))
  problems.push(...roleProblems(roles, text, facts.importerRoles))
  const team = text('TEAM') === '' ? null : idOf('TEAM', facts.teams, text('TEAM'), problems)
  const placement = readPlacement(text, facts, problems)
  if (problems.length > 0 || !roles) return { kind: 'problem', problems }
  return {
    kind: 'new',
    made: { displayName: nameIn(text), email, roles, teamId: team, placement },
  }
}

function identityProblems(text: TextOf): RowProblem[] {
  const refused = [...validateDisplayName('NAME', nameIn(text)), ...validateEmail('EMAIL', text('EMAIL'))]
  return rowProblems(refused, { NAME: 'NAME', EMAIL: 'EMAIL' })
}

function roleProblems(
  roles: readonly Role[] | null,
  text: TextOf,
  importer: readonly string[],
): RowProblem[] {
  if (!roles) return [{ column: 'ROLES', problem: 'not-a-role' }]
  const isOnlyPeer = roles.every((role) => role === Role.PEER)
  const problems: RowProblem[] = []
  if (!isOnlyPeer && !importer.includes(Role.ADMIN))
    problems.push({ column: 'ROLES', problem: 'role-needs-admin' })
  const office = MANAGER_COLUMNS.find((column) => text(column) !== '')
  if (office && !importer.includes(Role.MANAGER)) problems.push({ column: office, problem: 'needs-manager' })
  const placed = PLACEMENT_COLUMNS.find((column) => text(column) !== '')
  if (placed && !roles.includes(Role.PEER)) problems.push({ column: placed, problem: 'needs-peer-role' })
  return problems
}
