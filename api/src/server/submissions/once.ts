import { createHash, randomUUID } from 'node:crypto'
import { columnsOf, insertOf, ME, NOW } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { DomainError } from '../graphql/domain-error.ts'
import type { RequestContext } from '../request-context.ts'
import type { Idempotent } from './idempotency-key.ts'
import { Submission } from './submission.entity.ts'

type First = Pick<Submission, 'recordId' | 'bodyHash' | 'sentAt'>
const FIRST = columnsOf(Submission, '', ['recordId', 'bodyHash', 'sentAt'])

/**
 * Adds a record once, however often it is sent under one key, and answers each sending alike. `add` writes it under the
 * id that it is given, in a transaction that begins with the key: of several at once the others wait, and then find what
 * the first has added. `answer` has what `add` returned, or undefined where that was an earlier sending, at `sentAt`.
 */
export async function once<Added, Payload>(
  ctx: RequestContext,
  mutation: string,
  { idempotencyKey, ...body }: Idempotent,
  add: (tx: Transaction, id: string) => Promise<Added>,
  answer: (id: string, added: Added | undefined, sentAt: Date) => Payload | Promise<Payload>,
): Promise<Payload> {
  const id = randomUUID()
  const bodyHash = createHash('sha256').update(canonical(body)).digest()
  try {
    const added = await ctx.unit.transaction(async (tx) => {
      const sent = { memberId: ME, mutation, recordId: id, bodyHash, sentAt: NOW }
      if (idempotencyKey != null) await tx.write([insertOf(Submission, { ...sent, idempotencyKey })])
      return add(tx, id)
    })
    return answer(id, added, ctx.now)
  } catch (error) {
    if (idempotencyKey == null || (error as { constraint?: string }).constraint !== TAKEN) throw error
    const first = await firstUnder(ctx, mutation, idempotencyKey)
    if (first.bodyHash.equals(bodyHash)) return answer(first.recordId, undefined, first.sentAt)
    const message = 'This key was used for other content: please send it with a new one.'
    throw new DomainError('CONFLICT', 'input.key-used', message)
  }
}

const TAKEN = 'submission_pkey'

async function firstUnder(ctx: RequestContext, mutation: string, key: string): Promise<First> {
  const [first] = await ctx.unit.run<First>(
    `select ${FIRST} from submission
      where organization_id = (select access.organization_id()) and member_id = (select access.membership_id())
        and mutation = $1 and idempotency_key = $2`,
    [mutation, key],
  )
  if (!first) throw new Error('the key is taken, but not by its sender')
  return first
}

/** The same content in the same text, in whatever order its fields came. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  )
}
