import { AgencyConcern } from '@alongside/shared/drift/structure/agency-concerns'
import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Person } from '../../people/person.types.ts'
import { ConnectionTo } from '../../server/graphql/connection.ts'
import { IdempotencyKey } from '../../server/submissions/idempotency-key.ts'

registerEnumType(AgencyConcern, {
  name: 'AgencyConcern',
  description:
    'What about an agency makes peer work harder: it addresses the organization, and speaks of no person. LAPPA toolkit 2021, chapters 2 and 3.',
})

@ObjectType({
  simpleResolvers: true,
  description: 'What the organization plans about an agency; the peers who work there read it too.',
})
export class StructuralPlan {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => GraphQLUUID)
  hostAgencyId!: string

  @Field(() => String)
  hostAgencyName!: string

  @Field(() => AgencyConcern)
  concern!: AgencyConcern

  @Field(() => String, { description: '1-500 characters.' })
  plan!: string

  @Field(() => Person, { description: 'The manager who sees to it.' })
  owner!: Person

  @Field(() => GraphQLLocalDate, { description: 'The day by which it should be done.' })
  dueOn!: string

  @Field(() => GraphQLLocalDate)
  writtenOn!: string

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Null while it is open.' })
  endedOn!: string | null

  @Field(() => String, { nullable: true, description: 'What came of it; 1-500 characters.' })
  outcome!: string | null
}

@ObjectType({
  simpleResolvers: true,
  description: 'A concern about an agency, without a figure and without a name.',
})
export class AgencyConcernFound {
  @Field(() => GraphQLUUID)
  hostAgencyId!: string

  @Field(() => String)
  hostAgencyName!: string

  @Field(() => AgencyConcern)
  concern!: AgencyConcern

  @Field(() => Int, { description: 'The version of the rule.' })
  ruleVersion!: number

  @Field(() => Boolean, { description: 'False where only its open plan is left of it.' })
  isPresent!: boolean

  @Field(() => StructuralPlan, {
    nullable: true,
    description: 'The open plan, else the one that ended last.',
  })
  plan!: StructuralPlan | null
}

@ObjectType({ description: 'Concerns about agencies, by the name of the agency.' })
export class AgencyConcernFoundConnection extends ConnectionTo(AgencyConcernFound, 'AgencyConcernFound') {}

@ObjectType({ description: 'Plans about the agencies where one works, the latest first.' })
export class StructuralPlanConnection extends ConnectionTo(StructuralPlan, 'StructuralPlan') {}

@InputType()
export class CreateStructuralPlanInput {
  @IdempotencyKey()
  idempotencyKey?: string | null

  @Field(() => GraphQLUUID)
  hostAgencyId!: string

  @Field(() => AgencyConcern)
  concern!: AgencyConcern

  @Field(() => String, { description: '1-500 characters; the peers who work there read it.' })
  plan!: string

  @Field(() => GraphQLUUID, { description: 'One of `structuralPlanOwners`. NOT_FOUND for anybody else.' })
  ownerId!: string

  @Field(() => GraphQLLocalDate, { description: 'From today to 366 days ahead.' })
  dueOn!: string
}

@ObjectType({ simpleResolvers: true, description: 'The plan.' })
export class CreateStructuralPlanPayload {
  @Field(() => StructuralPlan)
  plan!: StructuralPlan
}

@InputType()
export class EndStructuralPlanInput {
  @Field(() => GraphQLUUID)
  planId!: string

  @Field(() => String, { description: 'What came of it; 1-500 characters.' })
  outcome!: string
}

@ObjectType({ simpleResolvers: true, description: 'The plan, ended.' })
export class EndStructuralPlanPayload {
  @Field(() => StructuralPlan)
  plan!: StructuralPlan
}
