import type { PlainDate } from '@alongside/shared/calendar/plain-date'
import type { HolderCondition } from '@alongside/shared/certification/rules/holder-condition'
import type { Transaction } from '../../database/unit-of-work.ts'

export interface ChosenCertification {
  readonly id: string
  readonly peerId: string
  readonly issuedOn: PlainDate
  readonly revision: number
  readonly conditionsHeld: readonly HolderCondition[]
  readonly conditionsNotHeld: readonly HolderCondition[]
}

/** Those of the ids that count; locked, so that nobody changes one of them meanwhile. Always in one order: two acts never wait for each other. */
export async function chosenCertifications(
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ChosenCertification>> {
  const rows = await tx.run<ChosenCertification>(
    `select id, peer_id as "peerId", issued_on as "issuedOn", revision, conditions_held as "conditionsHeld",
            conditions_not_held as "conditionsNotHeld"
       from certification
      where organization_id = (select access.organization_id()) and id = any ($1::uuid[]) and voided_at is null
      order by id for update`,
    [ids],
  )
  return new Map(rows.map((row) => [row.id, row]))
}
