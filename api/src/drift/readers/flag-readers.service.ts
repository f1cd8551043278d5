import { randomUUID } from 'node:crypto'
import { type Read, readSql, type Write, writeSql } from '../../database/reads-and-writes.ts'
import { insertFrom, insertOf, ME, NOW, type Sql } from '../../database/statements.ts'
import { DomainError, notFound } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { DriftFlagDraft } from '../drafts/drift-flag-draft.entity.ts'
import { DriftFlagShare } from '../drift-flag-share.entity.ts'
import type { UndoDriftFlagInput, UndoDriftFlagPayload } from './flag-readers.types.ts'

// Who sees a flag that its peer raised, and the minute in which it can be undone: nobody else has seen it then.

/** Through every supervision of these supervisors that is in force now: when one of them ends, the others still count. */
export function sharedWith(flagId: string, supervisorIds: readonly string[], sharedAt: Sql): Write {
  return insertFrom(
    DriftFlagShare,
    `from supervision_relationship r
      where r.organization_id = (select access.organization_id()) and r.peer_id = (select access.membership_id())
        and r.supervisor_id = any (:supervisorIds::uuid[]) and r.type in ('EDUCATIONAL', 'SUPPORTIVE')
        and r.accepted_at is not null and r.starts_on <= (select access.today())
        and (r.ends_on is null or r.ends_on >= (select access.today()))`,
    { flagId, relationshipId: () => 'r.id', peerId: ME, sharedAt },
    { parameters: { supervisorIds } },
  )
}

/** The supervisors to whom the flag is shared, each once. */
export function readersOf(flagId: string): Read<{ supervisorId: string }> {
  return readSql(
    `select distinct r.supervisor_id as "supervisorId" from drift_flag_share s
       join supervision_relationship r on r.organization_id = s.organization_id and r.id = s.relationship_id
      where s.organization_id = (select access.organization_id()) and s.flag_id = $1`,
    [flagId],
  )
}

/** Somebody who does not teach or support this peer now answers like somebody who is not there. */
export function requireAllFound(wanted: readonly string[], found: readonly { supervisorId: string }[]): void {
  if (new Set(wanted).size !== found.length) throw notFound()
}

interface Undone {
  readonly evidence: string
  readonly cause: DriftFlagDraft['cause']
  readonly response: string | null
  readonly onlyChosenReaders: boolean
}

/** A flag that nobody else could see yet becomes a draft again; what others may have read stays. */
export function undoDriftFlag(
  ctx: RequestContext,
  { driftFlagId }: UndoDriftFlagInput,
): Promise<UndoDriftFlagPayload> {
  return ctx.unit.transaction(async (tx) => {
    const [[flag], readers] = await tx.write([readSql<Undone>(UNDONE, [driftFlagId]), readersOf(driftFlagId)])
    if (!flag) throw notFound()
    const { onlyChosenReaders, ...said } = flag
    const supervisorIds = onlyChosenReaders ? readers.map(({ supervisorId }) => supervisorId) : null
    const id = randomUUID()
    const [[undone], [draft]] = await tx.write([
      writeSql<{ count: number }>('select access.undo_flag($1) as count', [driftFlagId]),
      insertOf(
        DriftFlagDraft,
        { id, peerId: ME, savedAt: NOW, ...said, supervisorIds },
        { returning: ['id', 'evidence', 'cause', 'response', 'savedAt', 'supervisorIds'] },
      ),
    ])
    if (!undone?.count || !draft)
      throw new DomainError('CONFLICT', 'drift.seen-already', 'Others may have seen this flag by now.')
    return { draft }
  })
}

const UNDONE = `select f.evidence, f.cause, f.only_chosen_readers as "onlyChosenReaders",
    (select v.text from drift_flag_response v
      where v.organization_id = f.organization_id and v.flag_id = f.id order by v.written_at, v.id limit 1) as response
  from drift_flag f
 where f.organization_id = (select access.organization_id()) and f.peer_id = (select access.membership_id())
   and f.id = $1`
