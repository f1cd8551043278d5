import { randomUUID } from 'node:crypto'
import {
  BULK_MOST,
  missingAmong,
  validateAnswers,
} from '@alongside/shared/certification/bulk-acts/bulk-limits'
import { endedAnswers } from '@alongside/shared/certification/history/changed-answers'
import type { HolderCondition } from '@alongside/shared/certification/rules/holder-condition'
import type { Write } from '../../database/reads-and-writes.ts'
import { ME, NOW, insertOf, updateOf } from '../../database/statements.ts'
import { rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { EarlierHolderAnswer } from '../holder-facts/earlier-holder-answer.entity.ts'
import { Certification } from '../recording/certification.entity.ts'
import { type AssessedRenewal, assessRenewals } from '../renewals/assess-renewals.ts'
import { inBrief } from '../renewals/certification-to-graphql.ts'
import type { FactsRow } from '../status/certification-record.ts'
import { withCurrentStatus } from '../status/current-status.ts'
import type { RenewalQuestion, SetRenewalAnswersInput, SetRenewalAnswersPayload } from './bulk-acts.types.ts'
import { type ChosenCertification, chosenCertifications } from './chosen-certifications.ts'

// A rule may ask something about its holders before it asks for hours. For a whole organization it is asked once.

const MAX_ASSESSED = 2_000

const UNANSWERED = /* sql */ `
  select to_jsonb(f) as facts, peer.display_name as "peerName"
    from certification_assessment j
    join certification_facts f on f.organization_id = j.organization_id and f.certification_id = j.certification_id
    join membership peer on peer.organization_id = j.organization_id and peer.id = j.peer_id and peer.disabled_at is null
    left join employment e on e.organization_id = j.organization_id and e.member_id = j.peer_id
   where j.organization_id = (select access.organization_id())
     and j.unknown_kinds && array['holder-unknown', 'hours-unknown'] and f.voided_at is null
     and (e.leaves_on is null or e.leaves_on >= (select access.today()) or e.returns_on <= (select access.today()))
   order by peer.folded_name, j.certification_id limit ${MAX_ASSESSED}`

export async function renewalQuestions(ctx: RequestContext): Promise<RenewalQuestion[]> {
  const rows = await withCurrentStatus(ctx, () =>
    ctx.unit.run<{ facts: FactsRow; peerName: string }>(UNANSWERED),
  )
  const { today } = await ctx.unit.asker()
  const open = new Map<HolderCondition, AssessedRenewal[]>()
  for (const each of await assessRenewals(rows, today)) {
    for (const condition of openConditions(each)) open.set(condition, [...(open.get(condition) ?? []), each])
  }
  return [...open]
    .map(([condition, certifications]) => ({
      condition,
      certificationCount: certifications.length,
      unanswered: certifications.slice(0, BULK_MOST).map((each) => ({
        peer: { id: each.peerId, displayName: each.peerName },
        certification: inBrief(each),
      })),
    }))
    .sort((one, other) => other.certificationCount - one.certificationCount)
}

function openConditions({ assessment }: AssessedRenewal): Set<HolderCondition> {
  return new Set(
    assessment.requirements.flatMap((line) =>
      line.kind === 'unknown' && line.condition !== null ? [line.condition] : [],
    ),
  )
}

/** All of them or none. What was known before stays readable, as with a single answer. */
export function setRenewalAnswers(
  ctx: RequestContext,
  { condition, answers }: SetRenewalAnswersInput,
): Promise<SetRenewalAnswersPayload> {
  return ctx.unit.transaction(async (tx) => {
    rejectIfInvalid(validateAnswers({ condition, answers }))
    const ids = answers.map(({ certificationId }) => certificationId)
    const found = await chosenCertifications(tx, ids)
    rejectIfInvalid(missingAmong('answers', ids, new Set(found.keys())))
    const writes = answers.map(({ certificationId, holds = null }) => {
      const before = found.get(certificationId)
      return before ? answering(before, condition, holds, tx.actor.today) : []
    })
    const changes = writes.filter((each) => each.length > 0)
    await tx.write(changes.flat())
    return { changedCount: changes.length }
  })
}

/** Nothing where the answer is that one already. */
function answering(
  before: ChosenCertification,
  condition: HolderCondition,
  holds: boolean | null,
  today: string,
): Write[] {
  const others = (conditions: readonly HolderCondition[]) => conditions.filter((each) => each !== condition)
  const conditionsHeld = [...others(before.conditionsHeld), ...(holds === true ? [condition] : [])]
  const conditionsNotHeld = [...others(before.conditionsNotHeld), ...(holds === false ? [condition] : [])]
  const ended = endedAnswers(before, { conditionsHeld, conditionsNotHeld }, null, today)
  if (ended.length === 0) return []
  const { id, peerId, revision } = before
  return [
    ...ended.map(({ question, answer, endsOn }) =>
      insertOf(EarlierHolderAnswer, {
        ...{ id: randomUUID(), certificationId: id, peerId, revision, question, endsOn },
        held: typeof answer === 'boolean' ? answer : null,
        months: null,
        recordedBy: ME,
        recordedAt: NOW,
      }),
    ),
    updateOf(
      Certification,
      { id, revision },
      { conditionsHeld, conditionsNotHeld, revision: () => 'revision + 1' },
    ),
  ]
}
