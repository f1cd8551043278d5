import { randomUUID } from 'node:crypto'
import { validateReassignAll } from '@alongside/shared/supervision/reassignment/reassign-all'
import type { ValidationError } from '@alongside/shared/validation/validation-error'
import type { SelectText } from '../../database/reads-and-writes.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import type { Person } from '../../people/person.types.ts'
import { requireConfirmedPassword } from '../../people/sign-in/password-confirmation.service.ts'
import { DomainError, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import { type PageArgs, pageOfAll } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { once } from '../../server/submissions/once.ts'
import { relationshipsNotEnded } from '../caseload.service.ts'
import type {
  CaseloadAssignment,
  ReassignableRelationship,
  ReassignableRelationshipConnection,
  ReassignCaseloadInput,
  ReassignCaseloadPayload,
} from './caseload-reassignment.types.ts'
import { constraintError, reassignOne } from '../relationships/relationship.service.ts'

// A supervisor leaves, and everybody whom they supervise is handed over in one step: all of it or nothing.

interface CandidateRow {
  readonly relationshipId: string
  readonly candidates: Person[]
}

type Placed = ReassignableRelationship & { readonly place: number }

/** The same rule as for one peer and type, asked for all relationships of one supervisor at once. */
const CANDIDATES: SelectText = /* sql */ `
  select r.id as "relationshipId",
         coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'displayName', m.display_name) order by m.folded_name, m.id)
                    filter (where m.id is not null), '[]') as candidates
    from supervision_relationship r
    left join lateral (
      select * from membership s
       where s.organization_id = r.organization_id and 'SUPERVISOR' = any (s.roles) and s.id <> r.supervisor_id
         and access.may_supervise(s.id, r.peer_id, r.type)
         and not exists (
           select from supervision_relationship own
            where own.organization_id = r.organization_id and own.supervisor_id = s.id and own.peer_id = r.peer_id
              and own.type = r.type and own.ends_on is null)
       order by s.folded_name, s.id limit 100) m on true
   where r.organization_id = (select access.organization_id()) and r.supervisor_id = $1
     and (r.ends_on is null or r.ends_on >= greatest(r.starts_on, (select access.today())))
   group by r.id`

/** Whoever is nobody's supervisor has an empty list, and so has one who does not exist. */
export async function reassignableCaseload(
  ctx: RequestContext,
  supervisorId: string,
  page: PageArgs,
): Promise<ReassignableRelationshipConnection> {
  const [relationships, found] = await Promise.all([
    relationshipsNotEnded(ctx, supervisorId),
    ctx.unit.run<CandidateRow>(CANDIDATES, [supervisorId]),
  ])
  const candidates = new Map(found.map((row) => [row.relationshipId, row.candidates]))
  const rows = relationships.map((relationship, place): Placed => {
    return { relationship, candidates: candidates.get(relationship.id) ?? [], place }
  })
  return pageOfAll(rows, page, [0], ({ place }) => [place])
}

/** One transaction: where one of them cannot be handed over, none is, and the error names which. */
export function reassignCaseload(
  ctx: RequestContext,
  input: ReassignCaseloadInput,
): Promise<ReassignCaseloadPayload> {
  const add = async (tx: Transaction): Promise<void> => {
    requireConfirmedPassword(tx.actor)
    rejectIfInvalid(validateReassignAll(input, tx.actor.today))
    for (const [at, assignment] of input.assignments.entries()) await handOver(tx, input, assignment, at)
  }
  return once(ctx, 'reassignCaseload', input, add, () => ({
    reassigned: input.assignments.length,
    reassignmentIds: () => reassignmentIds(ctx, input),
    remaining: () => relationshipsNotEnded(ctx, input.supervisorId),
  }))
}

/** Found by what they came after, so that a replay answers alike. */
async function reassignmentIds(
  ctx: RequestContext,
  { assignments }: ReassignCaseloadInput,
): Promise<string[]> {
  const rows = await ctx.unit.run<{ id: string }>(
    `select r.id from supervision_relationship r
      where r.organization_id = (select access.organization_id()) and r.replaces_id = any ($1::uuid[]) order by r.id`,
    [assignments.map(({ relationshipId }) => relationshipId)],
  )
  return rows.map(({ id }) => id)
}

async function handOver(
  tx: Transaction,
  { supervisorId, lastOn }: ReassignCaseloadInput,
  assignment: CaseloadAssignment,
  at: number,
): Promise<void> {
  const field = `assignments.${at}.relationshipId`
  const giver = await reassignOne(tx, randomUUID(), { ...assignment, lastOn }).catch((error: unknown) =>
    refuseAt(at, error),
  )
  if (giver !== supervisorId.toLowerCase()) rejectIfInvalid([{ field, problem: 'not-found' }])
}

/** The same problem, under its place in the list. */
function refuseAt(at: number, error: unknown): never {
  const under = ({ field, ...rest }: ValidationError): ValidationError => ({
    ...rest,
    field: field === 'lastOn' ? field : `assignments.${at}.${field}`,
  })
  const refused = constraintError(error)
  if (refused) rejectIfInvalid([under(refused)])
  if (!(error instanceof DomainError)) throw error
  rejectIfInvalid(error.validationErrors.map(under))
  if (error.kind === 'NOT_FOUND') rejectIfInvalid([under({ field: 'relationshipId', problem: 'not-found' })])
  throw error
}
