import { randomUUID } from 'node:crypto'
import { validateBoardStatus, validateStatusEnd } from '@alongside/shared/certification/history/history-input'
import { BoardStatusPeriod } from './board-status-period.entity.ts'
import { ME, NOW, columnsOf, insertOf, updateOf } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { DomainError, notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { once } from '../../server/submissions/once.ts'
import { tellHolder } from '../corrections/tell-holder.ts'
import { changedCertification } from '../history/changed-certification.ts'
import { boardStatusById } from '../history/history.service.ts'
import { markVoided, restoreRecord, voidRecord } from '../history/void-record.ts'
import { Certification } from '../recording/certification.entity.ts'
import type {
  CorrectBoardStatusInput,
  EndBoardStatusInput,
  RecordBoardStatusInput,
  RecordBoardStatusPayload,
  RestoreBoardStatusInput,
  VoidBoardStatusInput,
} from './board-status-changes.types.ts'

// What a board made of a certification: recorded, ended, or voided; never with a reason.

const HOLDER = columnsOf(Certification, '', ['peerId', 'issuedOn'])

/** The status, and the certification with it. */
type BoardStatusChange = RecordBoardStatusPayload

export async function recordBoardStatus(
  ctx: RequestContext,
  input: RecordBoardStatusInput,
): Promise<BoardStatusChange> {
  const { certificationId, status, startsOn, endsOn } = input
  const add = async (tx: Transaction, id: string) => {
    const [certification] = await tx.run<{ peerId: string; issuedOn: string }>(
      `select ${HOLDER} from certification
        where organization_id = (select access.organization_id()) and id = $1 and voided_at is null`,
      [certificationId],
    )
    if (!certification) throw notFound()
    rejectIfInvalid(validateBoardStatus({ startsOn, endsOn }, certification.issuedOn, tx.actor.today))
    const { peerId } = certification
    await insert(tx, id, { certificationId, peerId, status, startsOn, endsOn: endsOn || null })
  }
  return once(ctx, 'recordBoardStatus', input, add, (id) => changed(ctx, id, certificationId))
}

const STATUS = ['certificationId', 'peerId', 'status', 'startsOn', 'endsOn'] as const
type RecordedPeriod = Pick<BoardStatusPeriod, (typeof STATUS)[number]>
const COLUMNS = columnsOf(BoardStatusPeriod, '', STATUS)

/** Ends a status with a day, once; without a day one that has ended continues, by a further record. */
export async function endBoardStatus(
  ctx: RequestContext,
  { boardStatusId, endsOn = null }: EndBoardStatusInput,
): Promise<BoardStatusChange> {
  const { id, certificationId } = await ctx.unit.transaction(async (tx) => {
    // Of two at once the second waits, and finds what the first has made of it.
    const [status] = await tx.run<RecordedPeriod>(
      `select ${COLUMNS} from board_status_period
        where organization_id = (select access.organization_id()) and id = $1 and voided_at is null for update`,
      [boardStatusId],
    )
    if (!status) throw notFound()
    if ((status.endsOn === null) === (endsOn === null)) throw standsOtherwise(status.endsOn)
    if (endsOn !== null) rejectIfInvalid(validateStatusEnd(endsOn, status.startsOn, tx.actor.today))
    const record =
      endsOn === null ? await goOn(tx, boardStatusId, status) : await end(tx, boardStatusId, endsOn)
    return { id: record, certificationId: status.certificationId }
  })
  return changed(ctx, id, certificationId)
}

async function end(tx: Transaction, id: string, endsOn: string): Promise<string> {
  const ended = { endsOn, endedBy: ME, endedAt: NOW }
  await tx.write([updateOf(BoardStatusPeriod, { id }, ended)]).catch(inTheWay)
  return id
}

/** The one that has ended is voided as it is, so that nothing of it is overwritten. */
async function goOn(tx: Transaction, id: string, ended: RecordedPeriod): Promise<string> {
  await markVoided(tx, BoardStatusPeriod, id)
  const record = randomUUID()
  await insert(tx, record, { ...ended, endsOn: null })
  return record
}

/** What is right is a further record; the wrong one is voided as it is. */
export async function correctBoardStatus(
  ctx: RequestContext,
  { boardStatusId, status, startsOn, endsOn }: CorrectBoardStatusInput,
): Promise<BoardStatusChange> {
  const { id, certificationId } = await ctx.unit.transaction(async (tx) => {
    const [wrong] = await tx.run<Corrected>(
      `select certification_id as "certificationId", peer_id as "peerId", (
                select c.issued_on from certification c
                 where c.organization_id = p.organization_id and c.id = p.certification_id) as "issuedOn"
         from board_status_period p
        where p.organization_id = (select access.organization_id()) and p.id = $1 and p.voided_at is null for update`,
      [boardStatusId],
    )
    if (!wrong) throw notFound()
    rejectIfInvalid(validateBoardStatus({ startsOn, endsOn }, wrong.issuedOn, tx.actor.today))
    await markVoided(tx, BoardStatusPeriod, boardStatusId).catch(inTheWay)
    const { certificationId, peerId } = wrong
    const right = { certificationId, peerId, status, startsOn, endsOn: endsOn || null }
    const record = randomUUID()
    await insert(tx, record, right, boardStatusId)
    await tx.write(tellHolder(wrong))
    return { id: record, certificationId }
  })
  return changed(ctx, id, certificationId)
}

interface Corrected {
  readonly certificationId: string
  readonly peerId: string
  readonly issuedOn: string
}

export async function voidBoardStatus(
  ctx: RequestContext,
  { boardStatusId: id }: VoidBoardStatusInput,
): Promise<BoardStatusChange> {
  const { certificationId } = await voidRecord(ctx, BoardStatusPeriod, id).catch(inTheWay)
  return changed(ctx, id, certificationId)
}

export async function restoreBoardStatus(
  ctx: RequestContext,
  { boardStatusId: id }: RestoreBoardStatusInput,
): Promise<BoardStatusChange> {
  const { certificationId } = await restoreRecord(ctx, BoardStatusPeriod, id).catch(inTheWay)
  return changed(ctx, id, certificationId)
}

function changed(ctx: RequestContext, id: string, certificationId: string): BoardStatusChange {
  return { boardStatus: () => boardStatusById(ctx, id), ...changedCertification(ctx, certificationId) }
}

async function insert(
  tx: Transaction,
  id: string,
  status: RecordedPeriod,
  versionOf: string | null = null,
): Promise<void> {
  const row = { id, ...status, versionOf, recordedBy: ME, recordedAt: NOW }
  await tx.write([insertOf(BoardStatusPeriod, row)]).catch(inTheWay)
}

function standsOtherwise(endsOn: string | null): DomainError {
  const message =
    endsOn === null ? 'The status goes on already.' : `The status has ended on ${endsOn} already.`
  return new DomainError('CONFLICT', 'certification.history.status-stands-otherwise', message)
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
