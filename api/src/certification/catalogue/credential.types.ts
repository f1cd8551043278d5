import { GraphQLLocalDate } from 'graphql-scalars'
import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql'
import { CeCategory } from '@alongside/shared/certification/catalogue/ce-category'
import type { Provenance } from '@alongside/shared/certification/catalogue/provenance'
import type { Credential } from '@alongside/shared/certification/catalogue/credential'
import { RuleKnowledge, ruleKnowledge } from '@alongside/shared/certification/catalogue/rule-knowledge'
import { type RenewalRule, UnreadKind } from '@alongside/shared/certification/renewal-rule'

const Confidence = {
  OFFICIAL_CURRENT: 'official-current',
  OFFICIAL_UNDATED: 'official-undated',
  OFFICIAL_OLDER: 'official-older',
  SECONDARY: 'secondary',
  NOT_FOUND: 'not-found',
} as const satisfies Record<string, Provenance['confidence']>

registerEnumType(Confidence, {
  name: 'Confidence',
  description: 'How far the page of a rule can be trusted.',
})
registerEnumType(RuleKnowledge, {
  name: 'RuleKnowledge',
  description: 'How much of a renewal rule could be read.',
  valuesConfig: {
    COMPLETE: { description: 'Cycle length and amount of continuing education.' },
    PARTIAL: { description: 'Something about renewing, not all of it.' },
    NONE: { description: 'At most how the first certificate is earned.' },
  },
})
registerEnumType(UnreadKind, {
  name: 'UnreadKind',
  description: 'What kind of part of a rule is not counted.',
})

@ObjectType('Provenance', { simpleResolvers: true, description: 'Where a rule was read, and when.' })
export class ProvenanceType {
  @Field(() => String, { nullable: true, description: 'Null where no page was found.' })
  url!: string | null

  @Field(() => String, { nullable: true })
  title!: string | null

  @Field(() => String, { nullable: true, description: 'As printed on the page: a year, a month or a day.' })
  date!: string | null

  @Field(() => Confidence)
  confidence!: Provenance['confidence']

  @Field(() => GraphQLLocalDate)
  readOn!: string
}

@ObjectType({ simpleResolvers: true, description: 'A number that stands in a part of a rule.' })
export class UnreadFigure {
  @Field(() => String)
  name!: string

  @Field(() => Float)
  value!: number
}

@ObjectType('UnreadPart', {
  simpleResolvers: true,
  description: 'A part of a rule that Alongside does not count yet: shown as it was read, and never as met.',
})
export class UnreadPartType {
  @Field(() => UnreadKind)
  kind!: UnreadKind

  @Field(() => CeCategory, { nullable: true })
  category!: CeCategory | null

  @Field(() => String, { nullable: true, description: 'The words of the catalogue, in English.' })
  text!: string | null

  @Field(() => [UnreadFigure])
  figures!: UnreadFigure[]
}

@ObjectType('CategoryMinimum', { simpleResolvers: true, description: 'Hours asked in one category.' })
export class CategoryMinimumType {
  @Field(() => CeCategory)
  category!: CeCategory

  @Field(() => Float)
  hours!: number
}

@ObjectType('Credential', {
  simpleResolvers: true,
  description: 'A credential of a state or national board, with its renewal rule as far as it was read.',
})
export class CredentialType {
  @Field(() => String)
  id!: string

  @Field(() => String, { description: "Two letters; 'US' for the national boards." })
  state!: string

  @Field(() => String)
  name!: string

  @Field(() => String)
  abbreviation!: string

  @Field(() => [String], { description: 'Former titles, and other names for it.' })
  alsoKnownAs!: readonly string[]

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
}

export function credentialToShow(credential: Credential, rule: RenewalRule): CredentialType {
  const { id, state, abbreviation, alsoKnownAs, certifyingBody, renewal } = credential
  return {
    id,
    state,
    name: credential.credential,
    abbreviation,
    alsoKnownAs,
    knowledge: ruleKnowledge(credential),
    feeUsd: renewal.feeUsd,
    certifyingBody,
    cycleMonths: rule.cycleMonths,
    totalHours: rule.total?.amount ?? null,
    minimums: rule.minimums.map(({ category, amount }) => ({ category, hours: amount })),
    asksBirthday: rule.expiry.shape === 'birthday',
    provenance: rule.provenance,
    unread: rule.unread as UnreadPartType[],
  }
}
