import { validateTitle } from '@alongside/shared/certification/catalogue/credential-titles'
import { validateHolderFacts } from '@alongside/shared/certification/history/holder-input'
import { type Values, updateOf } from '../../database/statements.ts'
import { DomainError, notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import type { HolderFactsDetails } from '../history/history-input.types.ts'
import { Certification } from '../recording/certification.entity.ts'

// What is known of a holder beside their certificates: the title, the number, and facts that a rule asks.

export function changeHolderFacts(
  ctx: RequestContext,
  certificationId: string,
  input: HolderFactsDetails,
): Promise<number> {
  return ctx.unit.transaction(async (tx) => {
    const [found] = await tx.run<{ credentialId: string }>(
      `select credential_id as "credentialId" from certification
        where organization_id = (select access.organization_id()) and id = $1`,
      [certificationId],
    )
    if (!found) throw notFound()
    const title = input.title || null
    const wrongTitle = title === null ? [] : validateTitle(found.credentialId, title)
    rejectIfInvalid([...wrongTitle, ...validateHolderFacts(input, tx.actor.today)])
    const { revision } = input
    const where = { id: certificationId, revision }
    const set = { ...factsOf(input), revision: () => 'revision + 1' }
    const [changed] = await tx
      .write([updateOf(Certification, where, set, { returning: ['id'] })])
      .catch(isTaken)
    if (changed.length > 0) return revision + 1
    const message = 'Somebody else has changed these facts meanwhile.'
    throw new DomainError('CONFLICT', 'certification.history.facts-changed-meanwhile', message)
  })
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
  throw error
}
