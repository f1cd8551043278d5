import type { Operation, VariablesOf } from '../../app/session/graphql-client.ts'
import type { CheckInAnswers, KeptCheckIn } from '../check-in/check-in-draft.store.ts'
import { replaceWeeklyCheckInMutation, submitWeeklyCheckInMutation } from '../wellness.operations.ts'

/** What came of it; "differs" has saved nothing: the person picks one of the two. */
export type SentCheckIn =
  | { readonly kind: 'saved' }
  | { readonly kind: 'differs'; readonly kept: KeptCheckIn; readonly offered: KeptCheckIn }

export interface CheckInToSend {
  readonly answers: CheckInAnswers
  readonly key: string
  /** The person has seen both versions of the week and picked this one. */
  readonly replaces: boolean
}

export type Ask = <Data, Variables>(
  operation: Operation<Data, Variables>,
  ...variables: VariablesOf<Variables>
) => Promise<Data>

export async function sendCheckIn(ask: Ask, { answers, key, replaces }: CheckInToSend): Promise<SentCheckIn> {
  const input = {
    ...answers,
    line: answers.line.trim() || null,
    wentWell: answers.wentWell?.trim() || null,
    idempotencyKey: key,
  }
  if (replaces) {
    await ask(replaceWeeklyCheckInMutation, { input })
    return { kind: 'saved' }
  }
  const { submitWeeklyCheckIn: outcome } = await ask(submitWeeklyCheckInMutation, { input })
  return outcome.__typename === 'WeeklyCheckInDiffers'
    ? { kind: 'differs', kept: outcome.kept, offered: outcome.offered }
    : { kind: 'saved' }
}
