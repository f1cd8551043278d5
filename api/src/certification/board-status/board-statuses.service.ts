import { randomUUID } from 'node:crypto'
import { validateBoardStatus, validateStatusEnd } from '@alongside/shared/certification/history/history-input'
import { BoardStatusPeriod } from './board-status-period.entity.ts'
import { ME, NOW, columnsOf, insertOf, updateOf } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { DomainError, notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { takeBack } from '../history/take-back.ts'
import type { BoardStatusDetails } from '../history/history-input.types.ts'
import { Certification } from '../recording/certification.entity.ts'

// What a board made of a certification: recorded, ended, or taken back; never with a reason.

const HOLDER = columnsOf(Certification, '', ['peerId', 'issuedOn'])

export function recordBoardStatus(
  ctx: RequestContext,
  certificationId: string,
  { status, startsOn, endsOn }: BoardStatusDetails,
): Promise<string> {
  return ctx.unit.transaction(async (tx) => {
    const [certification] = await tx.run<{ peerId: string; issuedOn: string }>(
      `select ${HOLDER} from certification
        where organization_id = (select access.organization_id()) and id = $1`,
      [certificationId],
    )
    if (!certification) throw notFound()
    rejectIfInvalid(validateBoardStatus({ startsOn, endsOn }, certification.issuedOn, tx.actor.today))
    const { peerId } = certification
    return insert(tx, { certificationId, peerId, status, startsOn, endsOn: endsOn || null })
  })
}

const STATUS = ['certificationId', 'peerId', 'status', 'startsOn', 'endsOn'] as const
type RecordedPeriod = Pick<BoardStatusPeriod, (typeof STATUS)[number]>
const COLUMNS = columnsOf(BoardStatusPeriod, '', STATUS)

/** Ends a status with a day, once; without a day one that has ended goes on, by a further record. Answers its id. */
export function endBoardStatus(ctx: RequestContext, id: string, endsOn: string | null): Promise<string> {
  return ctx.unit.transaction(async (tx) => {
    // Of two at once the second waits, and finds what the first has made of it.
    const [status] = await tx.run<RecordedPeriod>(
      `select ${COLUMNS} from board_status_period
        where organization_id = (select access.organization_id()) and id = $1 and voided_at is null for update`,
      [id],
    )
    if (!status) throw notFound()
    if ((status.endsOn === null) === (endsOn === null)) throw standsOtherwise(status.endsOn)
    if (endsOn === null) return goOn(tx, id, status)
    rejectIfInvalid(validateStatusEnd(endsOn, status.startsOn, tx.actor.today))
    const ended = { endsOn, endedBy: ME, endedAt: NOW }
    await tx.write([updateOf(BoardStatusPeriod, { id }, ended)]).catch(inTheWay)
    return id
  })
}

/** The one that has ended is taken back as it is, so that nothing of it is overwritten. */
async function goOn(tx: Transaction, id: string, ended: RecordedPeriod): Promise<string> {
  await takeBack(tx, BoardStatusPeriod, id, true)
  return insert(tx, { ...ended, endsOn: null })
}

async function insert(tx: Transaction, status: RecordedPeriod): Promise<string> {
  const id = randomUUID()
  const row = { id, ...status, recordedBy: ME, recordedAt: NOW }
  await tx.write([insertOf(BoardStatusPeriod, row)]).catch(inTheWay)
  return id
}

function standsOtherwise(endsOn: string | null): DomainError {
  const message =
    endsOn === null ? 'The status goes on already.' : `The status has ended on ${endsOn} already.`
  return new DomainError('CONFLICT', 'certification.history.status-stands-otherwise', message)
}

/** Takes back a status that was a mistake, or takes that back again. */
export function withdrawBoardStatus(ctx: RequestContext, id: string, withdrawn: boolean): Promise<string> {
  return takeBack(ctx.unit, BoardStatusPeriod, id, withdrawn).catch(inTheWay)
}

function inTheWay(error: unknown): never {
  const { constraint } = error as { constraint?: string }
  if (constraint === 'board_status_period_overlaps') {
    const message = 'The same status is recorded for some of these days.'
    throw new DomainError('CONFLICT', 'certification.history.statuses-cross', message)
  }
  if (constraint === 'certification_overlaps') {
    const message = 'Without this revocation two certifications of one credential would overlap.'
    throw new DomainError('CONFLICT', 'certification.history.certificates-cross', message)
  }
  throw error
}
