import type { DateOrder } from '@alongside/shared/calendar/days-in-cells'
import { plainWords } from '@alongside/shared/imports/import-columns'
import { type ImportedPerson, validatePeopleRow } from '@alongside/shared/imports/people-row'
import type { IdsByName, PeopleByName } from '@alongside/shared/imports/row-cells'
import { nameIn, textOf } from '@alongside/shared/imports/row-cells'
import { canonicalEmail } from '@alongside/shared/people/account/email'
import { Role } from '@alongside/shared/people/roles'
import type { Reader } from '../../database/statement-queue.ts'
import type { Asker, Assessor, ReadLine } from './assessor.ts'

// What the lines of a file of people are assessed by: who is there already, which agencies and teams there are.

export interface Named {
  readonly id: string
  readonly name: string
}

export const agenciesIn = (db: Reader): Promise<Named[]> =>
  db.run<Named>('select id, name from host_agency where organization_id = (select access.organization_id())')

export const teamsIn = (db: Reader): Promise<Named[]> =>
  db.run<Named>(
    `select id, name from reporting_team
      where organization_id = (select access.organization_id()) and archived_at is null`,
  )

/** Three statements in one batch. */
export async function peopleAssessor(
  db: Reader,
  asker: () => Asker,
  lines: readonly ReadLine[],
  dateOrder: DateOrder | null,
): Promise<Assessor<ImportedPerson>> {
  const firstLineOf = new Map<string, number>()
  for (const { line, cells } of lines) {
    const email = canonicalEmail(cells.EMAIL ?? '')
    if (email !== '' && !firstLineOf.has(email)) firstLineOf.set(email, line)
  }
  const [agencies, teams, members] = await Promise.all([
    agenciesIn(db),
    teamsIn(db),
    membersByEmail(db, firstLineOf.keys()),
  ])
  const facts = {
    importerRoles: asker().roles,
    memberEmails: new Set(members.map(({ email }) => email)),
    agencies: byName(agencies),
    teams: byName(teams),
    firstLineOf,
    dateOrder,
  }
  return (cells, line) => validatePeopleRow(cells, line, facts)
}

const LONGEST_ADDRESS = 254

function membersByEmail(db: Reader, emails: Iterable<string>) {
  const storable = [...emails].filter((email) => email.length <= LONGEST_ADDRESS)
  return db.run<{ email: string; id: string }>(
    'select email, membership_id as id from access.members_by_email($1)',
    [storable],
  )
}

/** By name, and by id: a text can be matched with one. */
export function byName(rows: readonly Named[]): IdsByName {
  const ids = new Map<string, string[]>()
  for (const { id, name } of rows)
    for (const key of new Set([plainWords(name), plainWords(id)])) ids.set(key, [...(ids.get(key) ?? []), id])
  return ids
}

/** The peers whom the lines name, by address and by name; two statements of one batch. */
export async function peersNamedIn(db: Reader, lines: readonly ReadLine[]): Promise<PeopleByName> {
  const emails = new Set(lines.map(({ cells }) => canonicalEmail(cells.EMAIL ?? '')))
  const [members, peers] = await Promise.all([
    membersByEmail(db, emails),
    db.run<Named>(
      `select id, display_name as name from membership
        where organization_id = (select access.organization_id()) and disabled_at is null
          and roles @> array['${Role.PEER}']`,
    ),
  ])
  const wanted = new Set(lines.map(({ cells }) => plainWords(nameIn(textOf(cells)))))
  const ids = new Set(peers.map(({ id }) => id))
  return {
    byEmail: new Map(members.filter(({ id }) => ids.has(id)).map(({ email, id }) => [email, id])),
    byName: byName(peers.filter(({ name }) => wanted.has(plainWords(name)))),
  }
}
