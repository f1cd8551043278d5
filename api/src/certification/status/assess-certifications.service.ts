import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { addDays, compareDates, type PlainDate } from '@alongside/shared/calendar/plain-date'
import type { CertificationAssessment } from '@alongside/shared/certification/status/assess-certification'
import { CREDENTIALS } from '@alongside/shared/certification/catalogue/credential-catalogue'
import { rulesWithOwn } from '@alongside/shared/certification/custom-rules/custom-versions'
import type { DataSource } from 'typeorm'
import { runUnauthenticated } from '../../database/unit-of-work.ts'
import { notified } from '../../notifications/notify.ts'
import { credentialOf, type FactsRow, assessed } from './certification-record.ts'

// Keeps statuses beside the certifications: whatever is stale is assessed anew. The program does it for everybody alike,
// as nobody, so that a supervisor's look at a status needs no sight of what it rests on.

/** To be counted up when the same rules are assessed in another way. */
const WAY_OF_JUDGING = 3

/** Facts of so many are in memory at once. */
const AT_ONCE = 1_000
const ROWS_PER_TURN = 25

let fingerprint: string | undefined

/** Which rules assessed, and how: a assessment of another release is stale. */
export function assessedBy(): string {
  fingerprint ??= createHash('sha256')
    .update(JSON.stringify([WAY_OF_JUDGING, CREDENTIALS.map(({ id }) => rulesWithOwn(id, []))]))
    .digest('base64url')
    .slice(0, 16)
  return fingerprint
}

interface ToAssess {
  readonly facts_version: number
  readonly today: PlainDate
  readonly facts: FactsRow
}

/** Of one organization, or of all; how many were assessed. Facts that change meanwhile are left for the next time. */
export async function assessStale(
  database: DataSource,
  now: Date,
  organizationId: string | null,
  stopping?: AbortSignal,
): Promise<number> {
  let count = 0
  while (!stopping?.aborted) {
    const stale = await runUnauthenticated<ToAssess>(
      database,
      'select facts_version, today, facts from access.certifications_to_assess($1, $2, $3, $4)',
      [now.toISOString(), assessedBy(), organizationId, AT_ONCE],
    )
    if (stale.length === 0) break
    const [kept] = await runUnauthenticated<{ told: number }>(
      database,
      'select access.store_statuses($1, $2) as told',
      [now.toISOString(), JSON.stringify(await projected(stale))],
    )
    if (kept?.told) notified.publish(null)
    count += stale.length
    if (stale.length < AT_ONCE) break
  }
  return count
}

async function projected(stale: readonly ToAssess[]) {
  const rows = []
  for (const one of stale) {
    // A long list is assessed in turns, so that the requests of others go on meanwhile.
    if (rows.length % ROWS_PER_TURN === ROWS_PER_TURN - 1) await setImmediate()
    rows.push({ ...projection(one.facts, one.today), facts_version: one.facts_version })
  }
  return rows
}

/** What is kept of a assessment; the property tests hold it equal to the computation of the day. */
export function projection(facts: FactsRow, today: PlainDate) {
  const { rule, assessment } = assessed(facts, today)
  // Not under its title: a list is narrowed to a credential, whatever the title.
  const credential = credentialOf(facts)
  const { status, reasons, unknowns, nextChangeOn } = assessment
  return {
    organization_id: facts.organization_id,
    certification_id: facts.certification_id,
    status,
    assessed_by: assessedBy(),
    assessed_on: today,
    reassess_on: reassessOn(facts, assessment, today),
    next_change_on: nextChangeOn,
    at_risk: reasons.some(({ kind }) => kind === 'short-at-this-pace'),
    reason_kinds: [...new Set(reasons.map(({ kind }) => kind))],
    unknown_kinds: [...new Set(unknowns.map(({ kind }) => kind))],
    credential_state: credential?.state ?? null,
    credential_label: credential ? `${credential.state} ${credential.abbreviation}` : facts.credential_id,
    rule_version: rule.version,
    ...termsOf(rule, assessment.expiresOn),
  }
}

function termsOf({ submission }: ReturnType<typeof assessed>['rule'], expiresOn: PlainDate | null) {
  const { opensDaysBefore, dueDaysBefore } = submission
  const before = (days: number | null) =>
    expiresOn === null || days === null ? null : addDays(expiresOn, -days)
  return { opens_on: before(opensDaysBefore), send_by_on: before(dueDaysBefore), expires_on: expiresOn }
}

/** Nothing that is kept can be otherwise before: no finding, no year or time that an item is counted in, no dated hour. */
function reassessOn(
  { credits, sessions, service_hours: service }: FactsRow,
  { mayDifferOn, requirements }: CertificationAssessment,
  today: PlainDate,
): PlainDate | null {
  const windows = requirements.map((result) => {
    if (result.kind === 'measured') return addDays(result.window.endsOn, 1)
    return result.kind === 'not-owed' ? result.requiredFrom : null
  })
  const dated = [...credits, ...sessions].map(({ heldOn }) => heldOn)
  const days = [mayDifferOn, ...windows, ...dated, ...(service ?? []).map(({ on }) => on)]
  const ahead = days.filter((day): day is PlainDate => day !== null && day > today)
  return ahead.sort(compareDates)[0] ?? null
}
