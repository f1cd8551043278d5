import { randomUUID } from 'node:crypto'
import {
  caseloadAboveRange,
  DAYS_OF_SILENCE,
  type PlacementFact,
  type RelationshipFact,
  type SignalFinding,
  type StructuralSignal,
  supervisedAdministrativelyOnly,
} from '@alongside/shared/drift/structural-signals'
import { type Write, writeSql } from '../database/reads-and-writes.ts'
import type { Transaction } from '../database/unit-of-work.ts'
import type { RequestContext } from '../server/request-context.ts'
import type { CheckDriftSignalsPayload } from './drift-changes.types.ts'

// Checks for the structural signals as the peer, in front of the peer: so the one it is about sees the flag first.

/** In words, without the figure: the figure stands apart, for the peer alone. */
const EVIDENCE: Readonly<Record<StructuralSignal, string>> = {
  CASELOAD_ABOVE_RANGE: 'The caseload is above the range that is usual with weekly contact.',
  SUPERVISED_ADMINISTRATIVELY_ONLY:
    'For more than four weeks there has been administrative supervision only: nobody teaches, nobody supports.',
}

/** Idempotent: a signal that has an open flag, or had one answered lately, raises none. */
export function checkDriftSignals(ctx: RequestContext): Promise<CheckDriftSignalsPayload> {
  return ctx.unit.transaction(async (tx) => {
    const facts = await loadFacts(tx)
    const findings = findSignals(facts, tx.actor.today).filter(({ signal }) => !facts.silent.has(signal))
    const born = await tx.write(findings.map(flagRaised))
    const { unopened, awaitingAnswer } = facts
    return { unopened: unopened + born.filter((rows) => rows.length > 0).length, awaitingAnswer }
  })
}

interface Facts {
  readonly placements: readonly PlacementFact[]
  readonly relationships: readonly RelationshipFact[]
  readonly since: string
  readonly unopened: number
  readonly awaitingAnswer: number
  readonly silent: ReadonlySet<string>
}

function findSignals({ placements, relationships, since }: Facts, today: string): SignalFinding[] {
  return [
    caseloadAboveRange(placements, today),
    supervisedAdministrativelyOnly(relationships, today, { since }),
  ].filter((finding) => finding !== null)
}

async function loadFacts(tx: Transaction): Promise<Facts> {
  const [placements, relationships, [work], silent] = await Promise.all([
    tx.run<PlacementFact>(
      `select id, starts_on as "startedOn", ends_on as "endedOn", caseload_size as "caseloadSize"
         from placement where ${ABOUT_ME}`,
    ),
    tx.run<RelationshipFact>(
      `select id, type, case when accepted_at is null then null else starts_on end as "startedOn", ends_on as "endedOn"
         from supervision_relationship where ${ABOUT_ME}`,
    ),
    tx.run<{ since: string; unopened: number; awaitingAnswer: number }>(
      `select m.joined_on as since,
              (select count(*) from drift_flag where ${ABOUT_ME} and opened_at is null) as unopened,
              (select count(*) from drift_flag where ${ABOUT_ME} and opened_at is not null
                  and status in ('PROPOSED_RESOLVED', 'PROPOSED_NOT_DRIFT')) as "awaitingAnswer"
         from membership m
        where m.organization_id = (select access.organization_id()) and m.id = (select access.membership_id())`,
    ),
    tx.run<{ signal: string }>(SILENT_SIGNALS, [DAYS_OF_SILENCE]),
  ])
  return {
    placements,
    relationships,
    since: work?.since ?? tx.actor.today,
    unopened: work?.unopened ?? 0,
    awaitingAnswer: work?.awaitingAnswer ?? 0,
    silent: new Set(silent.map(({ signal }) => signal)),
  }
}

function flagRaised(finding: SignalFinding): Write {
  const { signal, version, figure, threshold, entries, suggestedCause } = finding
  return writeSql(RAISE, [
    ...[randomUUID(), signal, version, EVIDENCE[signal], suggestedCause],
    ...[figure, threshold, JSON.stringify(entries)],
  ])
}

const ABOUT_ME =
  'organization_id = (select access.organization_id()) and peer_id = (select access.membership_id())'

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
  returning flag_id`
