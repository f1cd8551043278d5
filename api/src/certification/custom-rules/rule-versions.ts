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
import type { Person } from '../../people/person.types.ts'
import { connectionOf, type PageArgs, pageFrom } from '../../server/graphql/connection.ts'
import { notFound } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { toGraphqlRule } from '../rules/renewal-rule.types.ts'
import type { CustomRuleVersion, CustomRuleVersionConnection, RuleWithdrawal } from './rule-change.types.ts'

export interface KeptVersion extends CustomVersion {
  readonly id: string
  /** How many records of its end there are; the newest stands. */
  readonly endCount: number
}

interface NamedVersion extends KeptVersion {
  readonly publishedBy: Person
  readonly publishedAt: Date
  readonly ends: readonly RuleWithdrawal[]
}

const VERSIONS = /* sql */ `
  select version.id, version.number, version.rule, version.reason,
         version.effective_from as "effectiveFrom", version.effective_to as "effectiveTo",
         ending.id is not null as "isWithdrawn", ending.counts_until as "countsUntil",
         jsonb_build_object('id', publisher.id, 'displayName', publisher.display_name) as "publishedBy", version.published_at as "publishedAt",
         coalesce(jsonb_array_length(records.ends), 0) as "endCount", coalesce(records.ends, '[]') as ends
    from renewal_rule_version version
    join membership publisher
      on publisher.organization_id = version.organization_id and publisher.id = version.published_by
    left join current_renewal_rule_end ending
      on ending.organization_id = version.organization_id and ending.version_id = version.id
    left join lateral (
      select jsonb_agg(jsonb_build_object('countsUntil', w.counts_until, 'isUndone', w.is_undone,
               'reason', w.reason, 'withdrawnAt', w.recorded_at,
               'withdrawnBy', jsonb_build_object('id', member.id, 'displayName', member.display_name))
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
  pageArgs: PageArgs,
): Promise<CustomRuleVersionConnection> {
  const page = pageFrom(pageArgs, [1])
  const versions = (await versionsOf(ctx.unit, credentialId)).toReversed()
  const [before = Infinity] = page.after ?? []
  const older = versions.filter(({ number }) => number < Number(before))
  const { edges, ...connection } = connectionOf(older, page, versions.length, ({ number }) => [number])
  return {
    ...connection,
    edges: edges.map(({ node, cursor }) => ({ node: toShow(credentialId, node), cursor })),
  }
}

export async function ruleVersionById(
  ctx: RequestContext,
  credentialId: string,
  id: string,
): Promise<CustomRuleVersion> {
  const found = (await versionsOf(ctx.unit, credentialId)).find((version) => version.id === id)
  if (!found) throw notFound()
  return toShow(credentialId, found)
}

function toShow(credentialId: string, version: NamedVersion): CustomRuleVersion {
  const { id, endCount, publishedBy, publishedAt } = version
  const read = rulesWithOwn(credentialId, []).length
  const rule = customRule(version.rule, { ...version, credentialId, version: read + version.number })
  const ends = endsOf(version.ends)
  const withdrawal = (version.isWithdrawn && ends.at(-1)) || null
  return { id, revision: endCount, rule: toGraphqlRule(rule), publishedBy, publishedAt, ends, withdrawal }
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
