import { randomUUID } from 'node:crypto'
import { type PlainDate, isPlainDate } from '@alongside/shared/calendar/plain-date'
import { credentialById } from '@alongside/shared/certification/catalogue/credential-catalogue'
import { isCustomCredential } from '@alongside/shared/certification/custom-credentials/custom-credential'
import { replacedFrom, rulesWithOwn } from '@alongside/shared/certification/custom-rules/custom-versions'
import { keptRule } from '@alongside/shared/certification/custom-rules/rule-from-input'
import { ruleOn } from '@alongside/shared/certification/custom-rules/rule-on'
import { validateRuleVersion } from '@alongside/shared/certification/custom-rules/rule-version-input'
import {
  canChangeEnd,
  validateVersionEnd,
  withEnd,
  type VersionEndInput,
} from '@alongside/shared/certification/custom-rules/version-end'
import type { ValidationError } from '@alongside/shared/validation/validation-error'
import { RenewalRuleEnd } from './renewal-rule-end.entity.ts'
import type { Write } from '../../database/reads-and-writes.ts'
import type { Reader } from '../../database/statement-queue.ts'
import { ME, NOW, insertOf } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { requireConfirmedPassword } from '../../people/sign-in/password-confirmation.service.ts'
import { DomainError, notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { StaleRevision } from '../../server/graphql/stale-revision.types.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { credential } from '../catalogue/catalogue.service.ts'
import { refuseUnknownOwn } from '../custom-credentials/custom-credential.service.ts'
import { RenewalRuleVersion } from './renewal-rule-version.entity.ts'
import type {
  PublishRuleVersionInput,
  RuleChangeInput,
  RuleChangePreview,
  RuleVersionPublished,
  RuleVersionWithdrawn,
  RuleWithdrawalInput,
  WithdrawRuleVersionInput,
} from './rule-change.types.ts'
import { factsOf, previewOf, type RuleChange } from './rule-effects.ts'
import {
  credentialOfVersion,
  type KeptVersion,
  ruleVersionById,
  takenDays,
  versionsOf,
} from './rule-versions.ts'

// A change of an organization's rule: shown with its effects first, then published, never edited afterwards.

export async function previewRuleChange(
  ctx: RequestContext,
  input: RuleChangeInput,
): Promise<RuleChangePreview> {
  const [versions, rows] = await Promise.all([
    versionsOf(ctx.unit, input.credentialId),
    factsOf(ctx.unit, input.credentialId),
    refuseUnknown(ctx.unit, input.credentialId),
  ])
  const { today } = await ctx.unit.asker()
  return previewOf(changeBy(input, versions, today), rows, today)
}

export async function previewRuleWithdrawal(
  ctx: RequestContext,
  { expectedRevision, ...input }: RuleWithdrawalInput,
): Promise<RuleChangePreview> {
  const credentialId = (await credentialOfVersion(ctx.unit, input.versionId)) ?? refuseVersion()
  const [versions, rows] = await Promise.all([
    versionsOf(ctx.unit, credentialId),
    factsOf(ctx.unit, credentialId),
  ])
  const { today } = await ctx.unit.asker()
  const change = endBy(input, credentialId, versions)
  if (change.ended.endCount !== expectedRevision) {
    const message = 'Somebody else has ended this version, or changed its end: please look at it again.'
    throw new DomainError('CONFLICT', 'certification.custom-rules.end-is-old', message)
  }
  refuseOver(change.ended, today)
  refuseInvalidEnd(change, today)
  return previewOf(change, rows, today)
}

export function publishRuleVersion(
  ctx: RequestContext,
  { expectedRevision, ...input }: PublishRuleVersionInput,
): Promise<RuleVersionPublished | StaleRevision> {
  return ctx.unit.transaction(async (tx) => {
    requireConfirmedPassword(tx.actor)
    const { credentialId } = input
    const { versions, rows } = await lockedCase(tx, credentialId)
    const change = changeBy(input, versions, tx.actor.today)
    const { revision } = await previewOf(change, rows, tx.actor.today)
    if (revision !== expectedRevision) return { currentRevision: revision }
    const replaced = change.after.find(
      (version) =>
        version.isWithdrawn && versions.some(({ id, isWithdrawn }) => id === version.id && !isWithdrawn),
    )
    const { id, number, effectiveFrom, effectiveTo, rule, reason } = change.published
    const version = { id, credentialId, number, effectiveFrom, effectiveTo, rule, reason }
    await tx.write([
      ...(replaced ? [versionEnded(replaced, { countsUntil: replaced.countsUntil, reason })] : []),
      insertOf(RenewalRuleVersion, { ...version, publishedBy: ME, publishedAt: NOW }),
    ])
    return changed(ctx, credentialId, id)
  })
}

export function withdrawRuleVersion(
  ctx: RequestContext,
  { expectedRevision, ...input }: WithdrawRuleVersionInput,
): Promise<RuleVersionWithdrawn | StaleRevision> {
  return ctx.unit.transaction(async (tx) => {
    requireConfirmedPassword(tx.actor)
    const credentialId = (await credentialOfVersion(tx, input.versionId)) ?? refuseVersion()
    const { versions, rows } = await lockedCase(tx, credentialId)
    const change = endBy(input, credentialId, versions)
    refuseOver(change.ended, tx.actor.today)
    // Whoever saw another end learns that first: what they ask for may not even fit the end that there is now.
    const { revision } = await previewOf(change, rows, tx.actor.today)
    if (revision !== expectedRevision) return { currentRevision: revision }
    refuseInvalidEnd(change, tx.actor.today)
    await tx.write([versionEnded(change.ended, input)])
    return changed(ctx, credentialId, input.versionId)
  })
}

function changed(ctx: RequestContext, credentialId: string, versionId: string): RuleVersionPublished {
  return {
    ruleVersion: () => ruleVersionById(ctx, credentialId, versionId),
    credential: () => credential(ctx, credentialId),
  }
}

/** Two editors of one credential wait for each other, so that the second sees what the first published. */
async function lockedCase(tx: Transaction, credentialId: string) {
  const [, versions, rows] = await Promise.all([
    tx.run('select pg_advisory_xact_lock(hashtextextended(access.organization_id()::text || $1, 0))', [
      credentialId,
    ]),
    versionsOf(tx, credentialId),
    factsOf(tx, credentialId),
    refuseUnknown(tx, credentialId),
  ])
  return { versions, rows }
}

interface Publishing extends RuleChange {
  readonly after: readonly KeptVersion[]
  readonly published: KeptVersion
}

/** Refuses what contradicts itself or another version; what it replaces keeps the days before it. */
function changeBy(input: RuleChangeInput, versions: readonly KeptVersion[], today: PlainDate): Publishing {
  const { credentialId, replacesVersionId, effectiveFrom: from = null, effectiveTo = null } = input
  const replaced = versions.find(({ id, isWithdrawn }) => id === replacesVersionId && !isWithdrawn)
  const status = versions.map((version) =>
    version === replaced && (from === null || isPlainDate(from)) ? replacedFrom(version, from) : version,
  )
  const unknown: ValidationError[] =
    replacesVersionId && !replaced ? [{ field: 'replacesVersionId', problem: 'not-found' }] : []
  rejectIfInvalid([...unknown, ...validateRuleVersion(input, takenDays(status), today)])
  const before = ruleOn(rulesWithOwn(credentialId, versions), from ?? today)
  const source = input.sourceUrl ? { url: input.sourceUrl, readOn: today } : null
  const published = {
    id: randomUUID(),
    number: (versions.at(-1)?.number ?? 0) + 1,
    effectiveFrom: from,
    effectiveTo,
    rule: keptRule(before, input.rule, source),
    reason: input.reason.trim(),
    isWithdrawn: false,
    countsUntil: null,
    endCount: 0,
  }
  return { credentialId, before: versions, after: [...status, published], published, input }
}

interface Ending extends RuleChange {
  readonly ended: KeptVersion
  readonly input: VersionEndInput
}

function endBy(
  input: VersionEndInput & { readonly versionId: string },
  credentialId: string,
  versions: readonly KeptVersion[],
): Ending {
  const ended = versions.find(({ id }) => id === input.versionId) ?? refuseVersion()
  const after = versions.map((version) => (version === ended ? withEnd(version, input) : version))
  return { credentialId, before: versions, after, input, ended }
}

function refuseOver(ended: KeptVersion, today: PlainDate): void {
  if (canChangeEnd(ended, today)) return
  const message = 'The last day of this version is over: please write a new version.'
  throw new DomainError('CONFLICT', 'certification.custom-rules.end-has-come', message)
}

function refuseInvalidEnd({ ended, before, input }: Ending, today: PlainDate): void {
  const others = takenDays(before.filter((version) => version !== ended))
  rejectIfInvalid(validateVersionEnd(ended, input, others, today))
}

function versionEnded({ id: versionId, endCount }: KeptVersion, end: VersionEndInput): Write {
  const { countsUntil = null, isUndone = false, reason } = end
  const ending = {
    versionId,
    number: endCount + 1,
    countsUntil,
    isUndone,
    reason: reason.trim(),
  }
  return insertOf(RenewalRuleEnd, { ...ending, recordedBy: ME, recordedAt: NOW })
}

async function refuseUnknown(work: Reader, credentialId: string): Promise<void> {
  if (!credentialById(credentialId) && !isCustomCredential(credentialId)) {
    rejectIfInvalid([{ field: 'credentialId', problem: 'not-found' }])
  }
  await refuseUnknownOwn(work, credentialId)
}

function refuseVersion(): never {
  throw notFound()
}
