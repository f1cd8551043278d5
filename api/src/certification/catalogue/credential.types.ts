import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { hintsOf } from '@alongside/shared/certification/authored-rules/secondary-hints'
import { credentialById } from '@alongside/shared/certification/catalogue/credential-catalogue'
import { titlesOf } from '@alongside/shared/certification/catalogue/credential-titles'
import type { CredentialNames } from '@alongside/shared/certification/custom-credentials/custom-credential'
import { RuleKnowledge, ruleKnowledge } from '@alongside/shared/certification/catalogue/rule-knowledge'
import type { RenewalRule } from '@alongside/shared/certification/rules/renewal-rule'
import { ConnectionTo } from '../../server/graphql/connection.ts'
import { OtherReadingType } from '../rules/other-reading.types.ts'
import { ProvenanceType } from '../rules/provenance.types.ts'
import { RenewalRuleType, toGraphqlRule } from '../rules/renewal-rule.types.ts'
import { CategoryMinimumType } from '../rules/rule-asked.types.ts'
import { UnreadPartType } from '../rules/unread-part.types.ts'
import { CredentialTitleType } from './credential-title.types.ts'

registerEnumType(RuleKnowledge, {
  name: 'RuleKnowledge',
  description: 'How much of a renewal rule could be read.',
  valuesConfig: {
    COMPLETE: { description: 'Cycle length and amount of continuing education.' },
    PARTIAL: { description: 'Something about renewing, not all of it.' },
    NONE: { description: 'At most how the first certificate is earned.' },
  },
})

@ObjectType('Credential', {
  simpleResolvers: true,
  description: "A credential of a state or national board, or the organization's own, with its renewal rule.",
})
export class CredentialType {
  @Field(() => ID)
  id!: string

  @Field(() => String, { description: "Two letters; 'US' for the national boards." })
  state!: string

  @Field(() => String)
  name!: string

  @Field(() => String)
  abbreviation!: string

  @Field(() => [String], { description: 'Former titles, and other names for it.' })
  alsoKnownAs!: readonly string[]

  @Field(() => [CredentialTitleType], {
    description: 'Titles that may be held side by side, each with a certification; none: it has one only.',
  })
  titles!: readonly CredentialTitleType[]

  @Field(() => Boolean, { description: 'Kept by the organization itself; the catalogue does not hold it.' })
  isOwn!: boolean

  @Field(() => Boolean, { description: 'Not offered any more by the organization; only of its own.' })
  isArchived!: boolean

  @Field(() => Boolean, { description: 'The organization decided a rule of its own that is in force now.' })
  isOverridden!: boolean

  @Field(() => RuleKnowledge)
  knowledge!: RuleKnowledge

  @Field(() => Float, { nullable: true, description: 'What a renewal costs in US dollars; null: not read.' })
  feeUsd!: number | null

  @Field(() => String, { nullable: true, description: 'Who grants it; null where that was not found.' })
  certifyingBody!: string | null

  @Field(() => Int, { nullable: true, description: 'Months from one renewal to the next; null: not read.' })
  cycleMonths!: number | null

  @Field(() => Float, {
    nullable: true,
    description: 'Hours that a renewal asks for in all; null: not read.',
  })
  totalHours!: number | null

  @Field(() => [CategoryMinimumType])
  minimums!: readonly CategoryMinimumType[]

  @Field(() => Boolean, { description: 'Whether the expiry is counted from the birthday of the holder.' })
  asksBirthday!: boolean

  @Field(() => ProvenanceType, { nullable: true })
  provenance!: ProvenanceType | null

  @Field(() => [UnreadPartType])
  unread!: readonly UnreadPartType[]

  @Field(() => [OtherReadingType], {
    description:
      'What secondary sources say of its renewal. Not verified, and nothing is counted by it: confirm it with the board.',
  })
  readonly hints!: readonly OtherReadingType[]

  @Field(() => RenewalRuleType, {
    description: 'The version for a cycle that begins today; of a certification, the one that assesses it.',
  })
  readonly rule!: RenewalRuleType

  @Field(() => [RenewalRuleType], { description: 'Every version, the newest first.' })
  readonly rules!: readonly RenewalRuleType[]
}

@ObjectType({
  description: "Credentials by state, the national boards among them, then the organization's own.",
})
export class CredentialConnection extends ConnectionTo(CredentialType, 'Credential') {}

@InputType({ description: 'Which credentials of the catalogue; all of them unless it says otherwise.' })
export class CredentialCatalogueFilter {
  @Field(() => String, { nullable: true, description: "Two letters; 'US' for the national boards." })
  state?: string | null

  @Field(() => Boolean, { nullable: true, description: 'Also what the organization has archived.' })
  includesArchived?: boolean | null
}

/** `rule` is the one that speaks here; `rules` are all its versions, the oldest first. */
export function toGraphqlCredential(
  credential: CredentialNames,
  rule: RenewalRule,
  rules: readonly RenewalRule[],
): CredentialType {
  const { id, state, abbreviation, alsoKnownAs, certifyingBody } = credential
  return {
    id,
    state,
    name: credential.credential,
    abbreviation,
    alsoKnownAs,
    titles: titlesOf(id),
    isOwn: credentialById(id) === undefined,
    isArchived: credential.isArchived ?? false,
    isOverridden: rule.origin.kind === 'organization',
    knowledge: knowledgeOf(id, rule),
    feeUsd: rule.feeUsd ?? feeRead(id, rule),
    certifyingBody,
    cycleMonths: rule.cycleMonths,
    totalHours: rule.total?.amount ?? null,
    minimums: rule.minimums,
    asksBirthday: rule.expiry.shape === 'birthday',
    provenance: rule.provenance,
    unread: rule.unread as UnreadPartType[],
    hints: hintsOf(id),
    // Asked for on few screens, so made when it is.
    get rule() {
      return toGraphqlRule(rule)
    },
    get rules() {
      return rules.toReversed().map(toGraphqlRule)
    },
  }
}

const feeRead = (id: string, { origin }: RenewalRule): number | null =>
  origin.kind === 'catalogue' ? (credentialById(id)?.renewal.feeUsd ?? null) : null

/** What the organization decided is known as far as it said so; the catalogue's as far as it was read. */
function knowledgeOf(id: string, rule: RenewalRule): RuleKnowledge {
  const read = credentialById(id)
  if (read && rule.origin.kind === 'catalogue') return ruleKnowledge(read, rule)
  if (rule.cycleMonths !== null && rule.total !== null) return RuleKnowledge.COMPLETE
  const saysAnything = rule.cycleMonths !== null || rule.total !== null || rule.minimums.length > 0
  return saysAnything ? RuleKnowledge.PARTIAL : RuleKnowledge.NONE
}
