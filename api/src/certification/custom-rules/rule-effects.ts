/** Assesses the certifications of a credential twice, by the rules as they are and as they would be. */
import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { PlainDate } from '@alongside/shared/calendar/plain-date'
import { assessCertification } from '@alongside/shared/certification/status/assess-certification'
import {
  type CustomVersion,
  rulesWithOwn,
} from '@alongside/shared/certification/custom-rules/custom-versions'
import { affectedFrom } from '@alongside/shared/certification/custom-rules/next-affected'
import {
  RULE_EFFECTS,
  ruleEffect,
  RuleEffect,
  ruleSide,
} from '@alongside/shared/certification/custom-rules/rule-effect'
import type { Reader } from '../../database/statement-queue.ts'
import { type FactsRow, recordOf } from '../status/certification-record.ts'
import type { CertificationEffect, NextAffected, RuleChangePreview } from './rule-change.types.ts'
import type { KeptVersion } from './rule-versions.ts'

const MAX_EFFECTS = 500
const MAX_NEXT = 5
const ROWS_PER_TURN = 25

export interface NamedFacts {
  readonly facts: FactsRow
  readonly peerName: string
}

/** Of the peers who are still with the organization. */
export function factsOf(work: Reader, credentialId: string): Promise<NamedFacts[]> {
  return work.run<NamedFacts>(
    `select to_jsonb(f) as facts, peer.display_name as "peerName"
       from certification_facts f
       join membership peer on peer.organization_id = f.organization_id and peer.id = f.peer_id
      where f.organization_id = (select access.organization_id()) and f.credential_id = $1 and f.voided_at is null
        and peer.disabled_at is null
      order by peer.folded_name, f.certification_id`,
    [credentialId],
  )
}

export interface RuleChange {
  readonly credentialId: string
  readonly before: readonly KeptVersion[]
  readonly after: readonly CustomVersion[]
  /** What the editor asked for, so that a revision stands for nothing else. */
  readonly input: object
}

export async function previewOf(
  change: RuleChange,
  rows: readonly NamedFacts[],
  today: PlainDate,
): Promise<RuleChangePreview> {
  const before = rulesWithOwn(change.credentialId, change.before)
  const after = rulesWithOwn(change.credentialId, change.after)
  const effects: CertificationEffect[] = []
  const next: NextAffected[] = []
  for (const [place, { facts, peerName }] of rows.entries()) {
    // A long list is assessed in turns, so that the requests of others go on meanwhile.
    if (place % ROWS_PER_TURN === ROWS_PER_TURN - 1) await setImmediate()
    const record = recordOf(facts)
    const assessed = assessCertification({ ...record, rules: before }, today)
    const sides = {
      before: ruleSide(assessed),
      after: ruleSide(assessCertification({ ...record, rules: after }, today)),
    }
    const effect = ruleEffect(sides.before, sides.after)
    const who = { certificationId: facts.certification_id, peerName }
    effects.push({ ...who, effect, ...sides })
    const renewsOn = affectedFrom(assessed.expiresOn, before, after, today)
    if (effect === RuleEffect.UNCHANGED && renewsOn) next.push({ ...who, renewsOn })
  }
  const changed = effects.filter(({ effect }) => effect !== RuleEffect.UNCHANGED)
  const rank = ({ effect }: CertificationEffect): number => RULE_EFFECTS.indexOf(effect)
  return {
    revision: revisionOf(change, effects),
    certificationCount: rows.length,
    counts: countsOf(effects),
    effects: changed.sort((one, other) => rank(one) - rank(other)).slice(0, MAX_EFFECTS),
    moreEffects: Math.max(0, changed.length - MAX_EFFECTS),
    nextAffected: next.toSorted(byRenewal).slice(0, MAX_NEXT),
    nextAffectedCount: next.length,
  }
}

function byRenewal(one: NextAffected, other: NextAffected): number {
  if (one.renewsOn !== other.renewsOn) return one.renewsOn < other.renewsOn ? -1 : 1
  return 0
}

function countsOf(effects: readonly CertificationEffect[]) {
  return RULE_EFFECTS.map((effect) => ({
    effect,
    count: effects.filter((each) => each.effect === effect).length,
  })).filter(({ count }) => count > 0)
}

/** The same for the same change of the same versions with the same figures; as large as an Int of GraphQL can be. */
function revisionOf({ input, before }: RuleChange, effects: readonly CertificationEffect[]): number {
  const versions = before.map(({ number, isWithdrawn, countsUntil, endCount }) => [
    ...[number, isWithdrawn, countsUntil, endCount],
  ])
  const figures = effects.map(({ certificationId, before, after }) => [certificationId, before, after])
  const digest = createHash('sha256')
    .update(JSON.stringify([input, versions, figures]))
    .digest()
  return digest.readUInt32BE() >>> 1
}
