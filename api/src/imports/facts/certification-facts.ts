import {
  type HeldCertification,
  type ImportedCertification,
  validateCertificationRow,
} from '@alongside/shared/imports/certification-row'
import type { DateOrder } from '@alongside/shared/calendar/days-in-cells'
import { plainWords } from '@alongside/shared/imports/import-columns'
import type { IdsByName } from '@alongside/shared/imports/row-cells'
import { CREDENTIALS } from '@alongside/shared/certification/catalogue/credential-catalogue'
import { titlesOf } from '@alongside/shared/certification/catalogue/credential-titles'
import { customCredentialId } from '@alongside/shared/certification/custom-credentials/custom-credential'
import type { Reader } from '../../database/statement-queue.ts'
import type { Asker, Assessor, ReadLine } from './assessor.ts'
import { peersNamedIn } from './people-facts.ts'

// What the lines of a file of certifications are assessed by: the peers, the credentials, and what they hold already.

type Held = HeldCertification & { readonly peerId: string }

export async function certificationAssessor(
  db: Reader,
  asker: () => Asker,
  lines: readonly ReadLine[],
  dateOrder: DateOrder | null,
): Promise<Assessor<ImportedCertification>> {
  const [people, offered, held] = await Promise.all([
    peersNamedIn(db, lines),
    credentialsOffered(db),
    db.run<Held>(
      `select peer_id as "peerId", credential_id as "credentialId", title, number, issued_on as "issuedOn",
              nullif(access.certification_ends_on(certification), 'infinity') as "expiresOn"
         from certification where organization_id = (select access.organization_id()) and voided_at is null`,
    ),
  ])
  const heldBy = Map.groupBy(held, ({ peerId }) => peerId)
  const numbers = new Map(
    held.flatMap(({ credentialId, number, peerId }) =>
      number === null ? [] : [[`${credentialId} ${number}`, peerId] as const],
    ),
  )
  const facts = {
    today: asker().today,
    people,
    credentials: idsOf(offered),
    heldBy,
    numbers,
    dateOrder,
    earlier: new Map<string, number>(),
  }
  return (cells, line) => validateCertificationRow(cells, line, facts)
}

/** A credential under one of its titles, or as it is: what a file can name. */
export interface OfferedCredential {
  /** The id, and after a space the title. */
  readonly value: string
  readonly state: string
  readonly abbreviation: string
  readonly name: string
  readonly names: readonly string[]
}

interface CustomCredential {
  readonly id: string
  readonly state: string
  readonly abbreviation: string
  readonly name: string
}

/** Those of the catalogue, and the organization's own that are offered. */
export async function credentialsOffered(db: Reader): Promise<OfferedCredential[]> {
  const custom = await db.run<CustomCredential>(
    `select id, state, abbreviation, name from custom_credential
      where organization_id = (select access.organization_id()) and retired_at is null`,
  )
  return [
    ...CREDENTIALS.flatMap(({ id, state, credential, abbreviation, alsoKnownAs }) => {
      const titles = titlesOf(id)
      return titles.length > 0
        ? titles.map((title) =>
            offer(`${id} ${title.abbreviation}`, state, title.abbreviation, title.name, []),
          )
        : [offer(id, state, abbreviation, credential, alsoKnownAs)]
    }),
    ...custom.map(({ id, state, abbreviation, name }) =>
      offer(customCredentialId(id), state, abbreviation, name, []),
    ),
  ]
}

function offer(value: string, state: string, abbreviation: string, name: string, others: readonly string[]) {
  return { value, state, abbreviation, name, names: [name, abbreviation, ...others] }
}

/** By id, by each name, and by each name with the state before or after it. */
function idsOf(offered: readonly OfferedCredential[]): IdsByName {
  const ids = new Map<string, string[]>()
  for (const { value, state, names } of offered) {
    const called = names.flatMap((name) => [name, `${state} ${name}`, `${name} ${state}`])
    for (const key of new Set([value, ...called].map(plainWords)))
      ids.set(key, [...(ids.get(key) ?? []), value])
  }
  return ids
}
