import { randomUUID } from 'node:crypto'
import type { PlainDate } from '@alongside/shared/calendar/plain-date'
import { validateTitle } from '@alongside/shared/certification/catalogue/credential-titles'
import { endedAnswers, type HolderAnswers } from '@alongside/shared/certification/history/changed-answers'
import { validateHolderFacts } from '@alongside/shared/certification/history/holder-input'
import type { Write } from '../../database/reads-and-writes.ts'
import { ME, NOW, type Values, insertOf, updateOf } from '../../database/statements.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { StaleRevision } from '../../server/graphql/stale-revision.types.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { changedCertification } from '../history/changed-certification.ts'
import { askedBy } from '../history/history.service.ts'
import type { HolderFacts } from '../history/history.types.ts'
import { Certification } from '../recording/certification.entity.ts'
import { EarlierHolderAnswer } from './earlier-holder-answer.entity.ts'
import type { HolderFactsUpdated, UpdateHolderFactsInput } from './holder-changes.types.ts'

// What is known of a holder beside their certificates: the title, the number, and facts that a rule asks.

interface FactsNow extends HolderAnswers {
  readonly credentialId: string
  readonly peerId: string
  readonly revision: number
}

export function updateHolderFacts(
  ctx: RequestContext,
  { certificationId: id, expectedRevision, ...input }: UpdateHolderFactsInput,
): Promise<HolderFactsUpdated | StaleRevision> {
  return ctx.unit.transaction(async (tx) => {
    // Of two at once the second waits, and learns of the revision of the first.
    const [found] = await tx.run<FactsNow>(
      `select credential_id as "credentialId", peer_id as "peerId", revision, conditions_held as "conditionsHeld",
              conditions_not_held as "conditionsNotHeld", chosen_cycle_months as "chosenCycleMonths"
         from certification
        where organization_id = (select access.organization_id()) and id = $1 for update`,
      [id],
    )
    if (!found) throw notFound()
    const title = input.title || null
    const wrongTitle = title === null ? [] : validateTitle(found.credentialId, title)
    rejectIfInvalid([...wrongTitle, ...validateHolderFacts(input, tx.actor.today)])
    if (found.revision !== expectedRevision) return { currentRevision: found.revision }
    await tx.write(endedBy(found, input, id, tx.actor.today))
    const set = { ...factsOf(input), revision: () => 'revision + 1' }
    const [[changed]] = await tx
      .write([updateOf(Certification, { id, revision: expectedRevision }, set, { returning: FACTS })])
      .catch(isTaken)
    if (!changed) return { currentRevision: found.revision }
    const { birthMonthDay: birthday, ...facts } = changed
    const holder = { ...facts, birthday, asked: () => askedBy(ctx, found.credentialId) } as HolderFacts
    return { holder, ...changedCertification(ctx, id) }
  })
}

/** What was known before stays readable, and decides the days on which it held. */
function endedBy(
  before: FactsNow,
  { holdsFrom, ...after }: Omit<UpdateHolderFactsInput, 'certificationId' | 'expectedRevision'>,
  certificationId: string,
  today: PlainDate,
): Write[] {
  const { peerId, revision } = before
  return endedAnswers(before, after, holdsFrom ?? null, today).map(({ question, answer, endsOn }) =>
    insertOf(EarlierHolderAnswer, {
      ...{ id: randomUUID(), certificationId, peerId, revision, question, endsOn },
      held: typeof answer === 'boolean' ? answer : null,
      months: typeof answer === 'number' ? answer : null,
      recordedBy: ME,
      recordedAt: NOW,
    }),
  )
}

const FACTS = [
  'revision',
  'title',
  'number',
  'birthMonthDay',
  'conditionsHeld',
  'conditionsNotHeld',
  'chosenCycleMonths',
  'examYear',
] as const

function factsOf(
  input: Omit<UpdateHolderFactsInput, 'certificationId' | 'expectedRevision'>,
): Values<Certification> {
  return {
    number: input.number?.trim() || null,
    birthMonthDay: input.birthday || null,
    conditionsHeld: input.conditionsHeld,
    conditionsNotHeld: input.conditionsNotHeld,
    chosenCycleMonths: input.chosenCycleMonths ?? null,
    examYear: input.examYear ?? null,
    title: input.title || null,
  }
}

function isTaken(error: unknown): never {
  const { constraint } = error as { constraint?: string }
  if (constraint === 'certification_overlaps' || constraint === 'certification_issue_once') {
    rejectIfInvalid([{ field: 'title', problem: 'already-there' }])
  }
  if (constraint === 'certification_number_once')
    rejectIfInvalid([{ field: 'number', problem: 'already-there' }])
  throw error
}
