import { ASKED_FOR_DAYS } from '@alongside/shared/supervision/signing/sign-off'
import type { SelectText } from '../../database/reads-and-writes.ts'
import type { Actor } from '../../database/unit-of-work.ts'
import { connectionOf, type PageArgs, pageFrom } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { dayAndId } from '../caseload.service.ts'
import type { NoteReader } from '../sessions/session-note.policy.ts'
import {
  ABOUT_PEER,
  currentTypes,
  HOLDER,
  type LedRow,
  readersOf,
  sessionOf,
  shown,
} from '../sessions/session.service.ts'
import type { SupervisionSession, SupervisionSessionConnection } from '../sessions/session.types.ts'

// What waits for the signature of whoever asks, the oldest first.

const UNSIGNED_BY_ME = /* sql */ `
  s.organization_id = (select access.organization_id()) and s.voided_at is null and s.status = 'HELD'
  and s.held_on > (select access.today()) - ${ASKED_FOR_DAYS}
  and not exists (
    select from session_signature own
     where own.organization_id = s.organization_id and own.session_id = s.id
       and own.signer_id = (select access.membership_id()))`
const HELD = /* sql */ `${UNSIGNED_BY_ME} and s.supervisor_id = (select access.membership_id())
  and access.may_sign_session(s.id)`
const ATTENDED = /* sql */ `${UNSIGNED_BY_ME} and exists (
  select from session_attendance mine
   where mine.organization_id = s.organization_id and mine.session_id = s.id
     and mine.peer_id = (select access.membership_id()))`

const page = (columns: string, which: string): SelectText => /* sql */ `
  with waiting as materialized (select s.* from supervision_session s where ${which})
  select ${columns}, (select count(*) from waiting) as total
    from waiting s ${HOLDER}
   where ${AFTER_CURSOR}
   order by s.held_on, s.id limit $2 + 1`
const AFTER_CURSOR = '($3::date is null or (s.held_on, s.id) > ($3::date, $4::uuid))'

/** `$1` is the peer of `ABOUT_PEER`: nobody named, so that it is the one who asks. */
const TO_ACKNOWLEDGE = page(shown('', ABOUT_PEER), ATTENDED)
const LED = shown(`, 'currentTypes', ${currentTypes('x.peer_id')}`, '$1::uuid is null')
const TO_SIGN = page(LED, HELD)

/** Sessions that the signed-in supervisor held and has not signed. */
export function sessionsToSign(ctx: RequestContext, args: PageArgs): Promise<SupervisionSessionConnection> {
  return waitingPage(ctx, args, TO_SIGN, readersOf)
}

/** Sessions that the signed-in peer took part in and has not acknowledged. */
export function sessionsToAcknowledge(
  ctx: RequestContext,
  args: PageArgs,
): Promise<SupervisionSessionConnection> {
  const readers = (_row: LedRow, { membershipId }: Actor): NoteReader[] => [
    { membershipId, peerId: membershipId, currentTypes: [] },
  ]
  return waitingPage(ctx, args, TO_ACKNOWLEDGE, readers)
}

async function waitingPage(
  ctx: RequestContext,
  args: PageArgs,
  text: SelectText,
  readers: (row: LedRow, actor: Actor) => NoteReader[],
): Promise<SupervisionSessionConnection> {
  const { first, after } = pageFrom(args, ['2026-01-01', 'id'])
  const [heldOn = null, sessionId = null] = dayAndId(after)
  const rows = await ctx.unit.run<LedRow & { total: number }>(text, [null, first, heldOn, sessionId])
  const actor = await ctx.unit.actor()
  const connection = connectionOf(rows, { first, after }, rows[0]?.total ?? 0, (row) => [row.heldOn, row.id])
  return {
    ...connection,
    edges: connection.edges.map(({ node, cursor }) => {
      // Its earlier versions are read where the session stands.
      const session: SupervisionSession = sessionOf(node, readers(node, actor), actor, () =>
        Promise.resolve([session]),
      )
      return { node: session, cursor }
    }),
  }
}
