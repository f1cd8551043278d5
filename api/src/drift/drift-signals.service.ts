import { randomUUID } from 'node:crypto'
import { checkSignals, findingsOf } from '@alongside/shared/drift/signals/check-signals'
import type { DriftSignal, SignalFinding } from '@alongside/shared/drift/signals/signal'
import { DAYS_OF_SILENCE } from '@alongside/shared/drift/structural-signals'
import { NotificationKind } from '@alongside/shared/notifications/notification-kinds'
import { type Write, writeSql } from '../database/reads-and-writes.ts'
import type { Transaction } from '../database/unit-of-work.ts'
import { notification } from '../notifications/notify.ts'
import type { RequestContext } from '../server/request-context.ts'
import type { CheckDriftSignalsPayload } from './drift-changes.types.ts'
import { loadSignalFacts } from './signals/signal-facts.ts'

// Looks for signals as the peer, in front of the peer or by the weekly job: so the one it is about sees the flag first.

/** In words, without the figure: the figure stands apart, for the peer alone. */
const EVIDENCE: Readonly<Record<DriftSignal, string>> = {
  CASELOAD_ABOVE_RANGE: 'The caseload is above the range that is usual with weekly contact.',
  SUPERVISED_ADMINISTRATIVELY_ONLY:
    'For more than four weeks there has been administrative supervision only: nobody teaches, nobody supports.',
  OUT_OF_ROLE: 'Much of the time of the last weeks went to what the role agreement leaves outside the role.',
  AGAINST_VALUES: 'In the last weeks there was something that the role agreement calls against peer values.',
  CLINICAL_SUBSTITUTION: 'Part of the time of the last weeks went to the work of clinical staff.',
  SURVEILLANCE: 'Part of the time of the last weeks went to watching people or reporting on them.',
  ERRANDS: 'Much of the time of the last weeks went to rides, forms and errands.',
  FALLING_LIVED_EXPERIENCE:
    'Work that draws on lived experience takes a smaller share of the time than in the quarter before.',
  NO_OTHER_PEERS: 'For more than a month there was no time with other peers.',
  CE_TURNING_CLINICAL: 'Most CE hours of the last year were about clinical treatment.',
}

/** Idempotent: a signal that has an open flag, or had one answered lately, raises none. */
export function checkDriftSignals(ctx: RequestContext): Promise<CheckDriftSignalsPayload> {
  return ctx.unit.transaction(async (tx) => {
    const [[waiting], born] = await Promise.all([tx.run<CheckDriftSignalsPayload>(WAITING), raiseFlags(tx)])
    return {
      unopened: (waiting?.unopened ?? 0) + born.length,
      awaitingAnswer: waiting?.awaitingAnswer ?? 0,
    }
  })
}

/** For a peer who is not there: what is raised is told, without a word about what it is. */
export async function raiseFlagsAndTell(tx: Transaction): Promise<void> {
  const born = await raiseFlags(tx)
  const told = born.flatMap((id) =>
    notification({
      ...{ recipientId: tx.actor.membershipId, kind: NotificationKind.FLAG_TOLD },
      ...{ key: `flag:${id}`, subjectId: id },
    }),
  )
  await tx.write(told)
}

/** The ids of the flags that were born. */
async function raiseFlags(tx: Transaction): Promise<readonly string[]> {
  const [facts, silent] = await Promise.all([
    loadSignalFacts(tx),
    tx.run<{ signal: string }>(SILENT_SIGNALS, [DAYS_OF_SILENCE]),
  ])
  const isSilent = (signal: DriftSignal) => silent.some((one) => one.signal === signal)
  const findings = findingsOf(checkSignals(facts, tx.actor.today)).filter(({ signal }) => !isSilent(signal))
  const raised = await tx.write(findings.map(flagRaised))
  return raised.flatMap((rows) => rows.map(({ flagId }) => flagId))
}

function flagRaised(finding: SignalFinding): Write<{ flagId: string }> {
  const { signal, version, figure, threshold, entries, suggestedCause } = finding
  return writeSql(RAISE, [
    ...[randomUUID(), signal, version, EVIDENCE[signal], suggestedCause],
    ...[figure, threshold, JSON.stringify(entries)],
  ])
}

const ABOUT_ME =
  'organization_id = (select access.organization_id()) and peer_id = (select access.membership_id())'

const WAITING = `select count(*) filter (where opened_at is null) as unopened,
    count(*) filter (where opened_at is not null
      and status in ('PROPOSED_RESOLVED', 'PROPOSED_NOT_DRIFT')) as "awaitingAnswer"
  from drift_flag where ${ABOUT_ME}`

const SILENT_SIGNALS = `
  select distinct f.signal from drift_flag f
   where f.organization_id = (select access.organization_id()) and f.peer_id = (select access.membership_id())
     and f.signal is not null
     and (f.status not in ('RESOLVED', 'NOT_DRIFT') or exists (
       select from drift_flag_step s where s.organization_id = f.organization_id and s.flag_id = f.id
          and s.to_status in ('RESOLVED', 'NOT_DRIFT')
          and s.taken_at > access.now() - make_interval(hours => 24 * $1)))`

/** Two tabs at once: the second finds the first one's flag in the unique index and adds nothing, figure included. */
const RAISE = `
  with born as (
    insert into drift_flag (organization_id, id, peer_id, raised_by_kind, signal, rule_version, evidence, cause, raised_at)
    values (access.organization_id(), $1, access.membership_id(), 'SIGNAL', $2, $3, $4, $5, access.now())
    on conflict (organization_id, peer_id, signal)
      where signal is not null and status not in ('RESOLVED', 'NOT_DRIFT') do nothing
    returning organization_id, id, peer_id)
  insert into drift_signal_figure (organization_id, flag_id, peer_id, figure, threshold, entries)
  select organization_id, id, peer_id, $6, $7, $8::jsonb from born
  returning flag_id as "flagId"`
