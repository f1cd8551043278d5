import { MAX_ACTIVITIES } from '@alongside/shared/drift/activities/custom-activity-input'
import { RoleAnswer } from '@alongside/shared/drift/role-agreement/role-agreement'
import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, ObjectType } from 'type-graphql'
import { ListOf } from '../../server/operations/input-limits.ts'
import { IdempotencyKey } from '../../server/submissions/idempotency-key.ts'
import { PlacementRole } from './role-agreement.types.ts'

export const IN_NAME =
  '1-80 characters: who at the agency said so. Required from a manager, refused from anybody else.'

@InputType()
export class RoleAgreementLineInput {
  @Field(() => String, { description: 'The key of a `RoleActivity` that worksheets ask about.' })
  activity!: string

  @Field(() => RoleAnswer, { description: 'Not NOT_ANSWERED: what was not agreed on has no line.' })
  answer!: RoleAnswer

  @Field(() => String, {
    nullable: true,
    description: 'At most 80 characters: who does it instead, by job. Null where it is part of the role.',
  })
  doneBy?: string | null
}

@InputType()
export class ProposeRoleAgreementInput {
  @IdempotencyKey()
  idempotencyKey?: string | null

  @Field(() => GraphQLUUID)
  placementId!: string

  @Field(() => GraphQLLocalDate, {
    description:
      'From today, within the placement, after the first day of the version before, at most 366 days ahead.',
  })
  startsOn!: string

  @ListOf(MAX_ACTIVITIES, () => RoleAgreementLineInput, 'Each activity once.')
  lines!: RoleAgreementLineInput[]
}

@InputType()
export class AcceptRoleAgreementInput {
  @Field(() => GraphQLUUID)
  agreementId!: string

  @Field(() => String, { nullable: true, description: IN_NAME })
  onBehalfOf?: string | null
}

@InputType()
export class WithdrawRoleAgreementInput {
  @Field(() => GraphQLUUID)
  agreementId!: string
}

@InputType()
export class SetParticipationInput {
  @Field(() => GraphQLUUID)
  placementId!: string

  @Field(() => Boolean, { nullable: true, description: 'Null: not known.' })
  isOrdered!: boolean | null
}

@ObjectType({
  simpleResolvers: true,
  description: 'The role in this placement, with the version that waits.',
})
export class ProposeRoleAgreementPayload {
  @Field(() => PlacementRole)
  role!: PlacementRole
}

@ObjectType({ simpleResolvers: true, description: 'The role in this placement, with the acceptance.' })
export class AcceptRoleAgreementPayload {
  @Field(() => PlacementRole)
  role!: PlacementRole
}

@ObjectType({
  simpleResolvers: true,
  description: 'The role in this placement, without the version that waited.',
})
export class WithdrawRoleAgreementPayload {
  @Field(() => PlacementRole)
  role!: PlacementRole
}

@ObjectType({ simpleResolvers: true, description: 'The role in this placement, with what was said.' })
export class SetParticipationPayload {
  @Field(() => PlacementRole)
  role!: PlacementRole
}
