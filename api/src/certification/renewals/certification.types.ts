import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, Float, Int, ObjectType } from 'type-graphql'
import type { BoardSide } from '@alongside/shared/certification/custom-rules/board-side'
import type { PlannedAhead } from '@alongside/shared/certification/forecast/planned-ahead'
import type { CeCredit } from '@alongside/shared/certification/hours/ce-credit'
import {
  CertificationStatus,
  type StatusReason,
  type StatusUnknown,
} from '@alongside/shared/certification/status/status'
import type { RequirementResult } from '@alongside/shared/certification/requirements/requirement-result'
import type { Gaps } from '@alongside/shared/certification/next-step/gaps'
import type { NextStep } from '@alongside/shared/certification/next-step/next-step'
import { Person } from '../../people/person.types.ts'
import { ConnectionTo } from '../../server/graphql/connection.ts'
import { GapsType, NextStepType } from '../next-step/next-step.types.ts'
import { CredentialType } from '../catalogue/credential.types.ts'
import { BoardRuleSide } from '../custom-rules/rule-change.types.ts'
import { RequirementExplainedType } from '../requirements/explained.types.ts'
import { RequirementResultType } from '../requirements/requirement.types.ts'
import { RenewalRuleType } from '../rules/renewal-rule.types.ts'
import { StatusReasonType, StatusUnknownType } from '../status/status.types.ts'
import type { AssessedRenewal } from './assess-renewals.ts'
import type { EarnedHours } from './earned-hours.ts'

@ObjectType('RenewalCycle', {
  simpleResolvers: true,
  description: 'The days in which hours count for this renewal.',
})
export class RenewalCycleType {
  @Field(() => GraphQLLocalDate)
  startsOn!: string

  @Field(() => GraphQLLocalDate)
  endsOn!: string

  @Field(() => Boolean, { description: 'The end stands on the certificate; false: counted by the rule.' })
  endIsPrinted!: boolean
}

@ObjectType({ simpleResolvers: true, description: 'A certification by its name and status.' })
export class CertificationInBrief {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => CredentialType, {
    nullable: true,
    description: 'Named by the title that is held; null where the catalogue no longer holds it.',
  })
  readonly credential!: CredentialType | null

  @Field(() => CertificationStatus)
  status!: CertificationStatus
}

/** What is at hand beside a certification, because one statement read it too. */
export interface ReadBeside {
  /** All that the peer holds. */
  readonly held?: readonly AssessedRenewal[]
  readonly earnedHours?: Promise<readonly EarnedHours[]> | undefined
  readonly verifiedOn?: string | null
  readonly teamName?: string | null
}

@ObjectType('Certification', {
  simpleResolvers: true,
  description: 'A credential that a peer holds, on its way to the next renewal.',
})
export class CertificationType extends CertificationInBrief {
  @Field(() => Person)
  peer!: Person

  @Field(() => String, {
    nullable: true,
    description:
      'Which of the titles of the credential, by its abbreviation; null: it has one, or not known.',
  })
  title!: string | null

  @Field(() => String, { nullable: true, description: 'Null where none was entered.' })
  number!: string | null

  @Field(() => GraphQLLocalDate)
  issuedOn!: string

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'As printed, or the later day of a certification that this one follows; null where none is.',
  })
  expiresOn!: string | null

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      'The day printed on its own certificate, where the board lets it end later, together with another.',
  })
  endsAloneOn!: string | null

  @Field(() => Int, {
    nullable: true,
    description: 'Until the expiry; negative after it; null without one.',
  })
  daysLeft!: number | null

  @Field(() => [StatusReasonType], { description: 'The deciding one first.' })
  reasons!: readonly StatusReason[]

  @Field(() => [StatusUnknownType])
  unknowns!: readonly StatusUnknown[]

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'When the status changes if nothing is entered; null: it does not.',
  })
  nextChangeOn!: string | null

  @Field(() => RenewalCycleType, { nullable: true, description: 'Null where it is not known.' })
  cycle!: RenewalCycleType | null

  @Field(() => RenewalRuleType, { description: 'The version of the rule that assessed this cycle.' })
  readonly rule!: RenewalRuleType

  @Field(() => BoardRuleSide, {
    nullable: true,
    description: "By the board's own rule, where a rule of the organization decides; else null.",
  })
  readonly byBoardRule!: BoardSide | null

  @Field(() => [RequirementResultType], { description: 'The total first.' })
  requirements!: readonly RequirementResult[]

  @Field(() => GapsType, { description: 'What is missing, in one sum.' })
  readonly gaps!: Gaps

  @Field(() => NextStepType, { description: 'The one thing to do next.' })
  readonly nextStep!: NextStep

  @Field(() => [RequirementExplainedType], {
    description: 'The same requirements, each with what stands behind its figures.',
  })
  readonly explained!: RequirementExplainedType[]

  @Field(() => Float, {
    nullable: true,
    description:
      'Hours that count toward the total although their holder entered them and nobody has confirmed them. Null: the total is not known.',
  })
  readonly hoursAwaitingReview!: number | null

  /** What would be with these plans. */
  readonly withPlanned!: (planned: readonly CeCredit[]) => PlannedAhead

  readonly beside?: ReadBeside
}

@ObjectType({ description: 'Certifications, the most pressing first.' })
export class CertificationConnection extends ConnectionTo(CertificationType, 'Certification') {}
