import { randomUUID } from 'node:crypto'
import type { PlainDate } from '@alongside/shared/calendar/plain-date'
import { validateTitle } from '@alongside/shared/certification/catalogue/credential-titles'
import { endedAnswers, type HolderAnswers } from '@alongside/shared/certification/history/changed-answers'
import { validateHolderFacts } from '@alongside/shared/certification/history/holder-input'
import type { Write } from '../../database/reads-and-writes.ts'
import { ME, NOW, type Values, insertOf, updateOf } from '../../database/statements.ts'
import { DomainError, notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import type { HolderFactsDetails } from '../history/history-input.types.ts'
import { Certification } from '../recording/certification.entity.ts'
import { EarlierHolderAnswer } from './earlier-holder-answer.entity.ts'

// What is known of a holder beside their certificates: the title, the number, and facts that a rule asks.

export function changeHolderFacts(
  ctx: RequestContext,
  certificationId: string,
  input: HolderFactsDetails,
): Promise<number> {
  return ctx.unit.transaction(async (tx) => {
    const [found] = await tx.run<FactsBefore>(
      `select credential_id as "credentialId", peer_id as "peerId", conditions_held as "conditionsHeld",
              conditions_not_held as "conditionsNotHeld", chosen_cycle_months as "chosenCycleMonths"
         from certification
        where organization_id = (select access.organization_id()) and id = $1`,
      [certificationId],
    )
    if (!found) throw notFound()
    const title = input.title || null
    const wrongTitle = title === null ? [] : validateTitle(found.credentialId, title)
    rejectIfInvalid([...wrongTitle, ...validateHolderFacts(input, tx.actor.today)])
    const { revision } = input
    const kept = keptAnswers(found, input, { certificationId, revision }, tx.actor.today)
    const where = { id: certificationId, revision }
    const set = { ...factsOf(input), revision: () => 'revision + 1' }
    const changes = await tx
      .write([...kept, updateOf(Certification, where, set, { returning: ['id'] })])
      .catch(isTaken)
    if (changes.at(-1)?.length) return revision + 1
    throw changedMeanwhile()
  })
}

interface FactsBefore extends HolderAnswers {
  readonly credentialId: string
  readonly peerId: string
}

/** What was known before stays readable, and decides the days on which it held. */
function keptAnswers(
  before: FactsBefore,
  after: HolderFactsDetails,
  of: { readonly certificationId: string; readonly revision: number },
  today: PlainDate,
): Write[] {
  return endedAnswers(before, after, null, today).map(({ question, answer, endsOn }) =>
    insertOf(EarlierHolderAnswer, {
      ...of,
      id: randomUUID(),
      peerId: before.peerId,
      question,
      held: typeof answer === 'boolean' ? answer : null,
      months: typeof answer === 'number' ? answer : null,
      endsOn,
      recordedBy: ME,
      recordedAt: NOW,
    }),
  )
}

function changedMeanwhile(): DomainError {
  const message = 'Somebody else has changed these facts meanwhile.'
  return new DomainError('CONFLICT', 'certification.history.facts-changed-meanwhile', message)
}

function factsOf(input: HolderFactsDetails): Values<Certification> {
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
  if (constraint === 'earlier_holder_answer_once' || constraint === 'earlier_holder_answer_missing')
    throw changedMeanwhile()
  throw error
}
