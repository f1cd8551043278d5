/** What an organization published for a credential: as the office reads it, and as a change of it is assessed. */
import {
  isInForceOnce,
  lastDay,
  type CustomVersion,
  rulesWithOwn,
} from '@alongside/shared/certification/custom-rules/custom-versions'
import { customRule } from '@alongside/shared/certification/custom-rules/rule-from-input'
import type { EffectiveDays } from '@alongside/shared/certification/custom-rules/rule-version-input'
import type { Reader } from '../../database/statement-queue.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { toGraphqlRule } from '../rules/renewal-rule.types.ts'
import type { CustomRuleVersion, RuleWithdrawal } from './rule-change.types.ts'

export interface KeptVersion extends CustomVersion {
  readonly id: string
  /** How many records of its end there are; the newest stands. */
  readonly endCount: number
}

interface NamedVersion extends KeptVersion {
  readonly publishedBy: string
  readonly publishedAt: Date
  readonly ends: readonly RuleWithdrawal[]
}

const VERSIONS = /* sql */ `
  select version.id, version.number, version.rule, version.reason,
         version.effective_from as "effectiveFrom", version.effective_to as "effectiveTo",
         ending.id is not null as "isWithdrawn", ending.counts_until as "countsUntil",
         publisher.display_name as "publishedBy", version.published_at as "publishedAt",
         coalesce(jsonb_array_length(records.ends), 0) as "endCount", coalesce(records.ends, '[]') as ends
    from renewal_rule_version version
    join membership publisher
      on publisher.organization_id = version.organization_id and publisher.id = version.published_by
    left join current_renewal_rule_end ending
      on ending.organization_id = version.organization_id and ending.version_id = version.id
    left join lateral (
      select jsonb_agg(jsonb_build_object('countsUntil', w.counts_until, 'isTakenBack', w.is_undone,
               'reason', w.reason, 'withdrawnBy', member.display_name, 'withdrawnAt', w.recorded_at)
               order by w.number) as ends
        from renewal_rule_end w
        join membership member on member.organization_id = w.organization_id and member.id = w.recorded_by
       where w.organization_id = version.organization_id and w.version_id = version.id) records on true
   where version.organization_id = (select access.organization_id())`

/** By their numbers, the oldest first. */
export function versionsOf(work: Reader, credentialId: string): Promise<NamedVersion[]> {
  return work.run<NamedVersion>(`${VERSIONS} and version.credential_id = $1 order by version.number`, [
    credentialId,
  ])
}

/** The credential of a version; undefined where there is none by that id. */
export async function credentialOfVersion(work: Reader, versionId: string): Promise<string | undefined> {
  const [found] = await work.run<{ credentialId: string }>(
    `select credential_id as "credentialId" from renewal_rule_version
      where organization_id = (select access.organization_id()) and id = $1`,
    [versionId],
  )
  return found?.credentialId
}

export async function customRuleVersions(
  ctx: RequestContext,
  credentialId: string,
): Promise<CustomRuleVersion[]> {
  const read = rulesWithOwn(credentialId, []).length
  const versions = await versionsOf(ctx.unit, credentialId)
  return versions.toReversed().map((version) => ({
    id: version.id,
    rule: toGraphqlRule(
      customRule(version.rule, { ...version, credentialId, version: read + version.number }),
    ),
    publishedBy: version.publishedBy,
    publishedAt: version.publishedAt,
    ends: endsOf(version.ends),
    withdrawal: (version.isWithdrawn && endsOf(version.ends).at(-1)) || null,
  }))
}

function endsOf(ends: readonly RuleWithdrawal[]): RuleWithdrawal[] {
  return ends.map((end) => ({ ...end, withdrawnAt: new Date(end.withdrawnAt) }))
}

/** The days that versions still have, for a new one to stay apart from. */
export function takenDays(versions: readonly CustomVersion[]): EffectiveDays[] {
  return versions
    .filter(isInForceOnce)
    .map((version) => ({ effectiveFrom: version.effectiveFrom, effectiveTo: lastDay(version) }))
}
