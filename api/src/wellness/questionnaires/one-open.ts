import { DomainError } from '../../server/graphql/domain-error.ts'

/**
 * Of two devices that begin at once, the second finds what the first has begun. Where nothing is found a second time
 * either, the open one is from before a password reset, and locked.
 */
export async function keptOnce<Row>(oneOpen: string, keep: () => Promise<Row | undefined>): Promise<Row> {
  const isTaken = (error: unknown): boolean => (error as { constraint?: string }).constraint === oneOpen
  const again = (): Promise<Row | undefined> =>
    keep().catch((error: unknown) => {
      throw isTaken(error) ? isLocked() : error
    })
  const row = await keep().catch((error: unknown) => {
    if (isTaken(error)) return again()
    throw error
  })
  if (!row) throw new Error('what was just written is not there')
  return row
}

function isLocked(): DomainError {
  return new DomainError(
    'CONFLICT',
    'wellness.questionnaires.locked',
    'One that was begun before your password was reset is open. Unlock it on My weeks with your old recovery code.',
  )
}
