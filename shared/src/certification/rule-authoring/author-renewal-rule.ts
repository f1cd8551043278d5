/** Turns a row of the catalogue into the typed, dated versions of its rule; the newest is the last. */
import { addDays } from '../../calendar/plain-date.ts'
import type { Credential } from '../catalogue/credential.ts'
import type { Provenance } from '../catalogue/provenance.ts'
import { CREDENTIALS } from '../catalogue/credential-catalogue.ts'
import { UNKNOWN_RULE, type RenewalRule } from '../rules/renewal-rule.ts'
import { LATER_READINGS } from '../authored-rules/later-readings.ts'
import { AUTHORINGS } from './authorings.ts'
import type { Authoring, LaterReading, RuleAdditions } from './authoring.ts'
import { forReaders } from './for-readers.ts'
import { transcribeRule } from './transcribe-rule.ts'
import { unreadParts } from './unread-parts.ts'

/** Without an authoring of its own, everything that a row says in prose is listed as unread. */
export function authorRenewalRules(
  credential: Credential,
  authoring: Authoring | null = AUTHORINGS[credential.id] ?? null,
): readonly RenewalRule[] {
  const read = authoring ?? {}
  const newest = withAdditions(transcribeRule(credential, read), read.rule ?? {})
  const versions = withLater(versionsOf(newest, read.before ?? []), LATER_READINGS[credential.id])
  return versions.map((rule, place) => {
    const unread = read.before?.[place]?.unread
    const words = authoring && unread ? { ...authoring, unread } : authoring
    return forReaders({ ...rule, unread: unreadParts(credential, rule, words) })
  })
}

const rulesByCredential = new Map(
  CREDENTIALS.map((credential) => [credential.id, authorRenewalRules(credential)]),
)

/** All versions of a credential's rule, the oldest first; one that is not in the catalogue has the unknown rule. */
export function renewalRulesOf(credentialId: string | null): readonly RenewalRule[] {
  return rulesByCredential.get(credentialId ?? '') ?? [UNKNOWN_RULE]
}

/** The newest version of a credential's rule. */
export function renewalRuleOf(credentialId: string | null): RenewalRule {
  return renewalRulesOf(credentialId).at(-1) ?? UNKNOWN_RULE
}

function withAdditions(rule: RenewalRule, additions: RuleAdditions): RenewalRule {
  const { total, proof, submission, earning, late, minimums = [], limits = [], ...rest } = additions
  return {
    ...rule,
    ...rest,
    total: rule.total && { ...rule.total, ...total },
    minimums: [...rule.minimums, ...minimums],
    limits: [...rule.limits, ...limits],
    proof: { ...rule.proof, ...proof },
    submission: { ...rule.submission, ...submission },
    earning: { ...rule.earning, ...earning },
    late: rule.late.map((step, place) => ({ ...step, ...late?.[place] })),
  }
}

/** Each older version ends on the day before the next one begins, and says itself what was different. */
function versionsOf(newest: RenewalRule, before: NonNullable<Authoring['before']>): RenewalRule[] {
  const older: RenewalRule[] = []
  let followedBy = newest
  for (const { was, olderPage } of before.toReversed()) {
    const provenance = olderPage ? asOlder(newest.provenance, olderPage) : newest.provenance
    followedBy = { ...followedBy, provenance, ...was }
    older.unshift(followedBy)
  }
  return [...older, newest].map((rule, place) => {
    const previous = before[place - 1]
    return {
      ...rule,
      version: place + 1,
      effectiveFrom: previous ? addDays(previous.until, 1) : rule.effectiveFrom,
      effectiveTo: before[place]?.until ?? null,
      effectWasRead: previous ? previous.dayWasRead : rule.effectWasRead,
    }
  })
}

/** A page that was read after the catalogue is laid over its newest version, and cycles before it keep that. */
function withLater(versions: RenewalRule[], reading: LaterReading | undefined): RenewalRule[] {
  const newest = versions.at(-1)
  if (reading === undefined || newest === undefined) return versions
  const { from, dayWasRead = false, now, source, otherReadings } = reading
  const later: RenewalRule = {
    ...newest,
    ...now,
    version: newest.version + 1,
    effectiveFrom: from,
    effectWasRead: dayWasRead,
    // What the page leaves out still rests on the one that was read before.
    provenance: { ...source, otherUrls: [...source.otherUrls, ...[newest.provenance?.url].filter(isUrl)] },
    ...(otherReadings ? { otherReadings } : {}),
  }
  return [...versions.slice(0, -1), { ...newest, effectiveTo: addDays(from, -1) }, later]
}

function isUrl(url: string | null | undefined): url is string {
  return url != null
}

/** Without an address of its own it was an older copy of the same page. */
function asOlder(provenance: Provenance | null, page: Partial<Provenance>): Provenance | null {
  if (provenance === null) return null
  const title = provenance.title && `${provenance.title} (older copy)`
  return { ...provenance, title, date: null, otherUrls: [], ...page, confidence: 'official-older' }
}
