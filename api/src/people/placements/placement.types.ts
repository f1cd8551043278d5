import { GraphQLDateTime, GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, Float, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { CaseloadCount } from './caseload-count.entity.ts'
import { JobTitle } from '@alongside/shared/people/placements/job-titles'
import { type Lazily, unionWithStale } from '../../server/graphql/payload.ts'
import { NamedPlace } from '../named-place.types.ts'
import { Person } from '../person.types.ts'
import { IdempotencyKey } from '../../server/submissions/idempotency-key.ts'

registerEnumType(JobTitle, { name: 'JobTitle', description: 'The titles under which peers work.' })

export const EXPECTED_REVISION = 'The revision on which the change was decided, as last read.'

@ObjectType('Placement', {
  simpleResolvers: true,
  description: 'The work of a peer at a host agency, from a first day to a last day.',
})
export class PlacementType {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => NamedPlace)
  hostAgency!: NamedPlace

  @Field(() => JobTitle)
  jobTitle!: JobTitle

  @Field(() => GraphQLLocalDate)
  startsOn!: string

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day; null while it is open.' })
  endsOn!: string | null

  @Field(() => Float, { description: '1 is full time.' })
  fullTimeShare!: number

  @Field(() => Int, { nullable: true, description: 'The latest count; null where nobody has counted.' })
  caseload!: number | null

  @Field(() => Int, { description: 'Grows with each change; sent back as `expectedRevision`.' })
  revision!: number

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was found to be entered by mistake; then it counts nowhere, and stays readable.',
  })
  voidedAt!: Date | null

  @Field(() => Person, { nullable: true, description: 'Who voided it.' })
  voidedBy!: Person | null
}

/** What the API shows of it. */
export type CaseloadCountShown = Pick<CaseloadCount, 'placementId' | 'countedOn' | 'people'>

/** What a placement says, new or changed. */
@InputType()
export abstract class PlacementFields {
  @Field(() => GraphQLUUID)
  hostAgencyId!: string

  @Field(() => JobTitle)
  jobTitle!: JobTitle

  @Field(() => GraphQLLocalDate)
  startsOn!: string

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day; not before the first.' })
  endsOn?: string | null

  @Field(() => Float, {
    description: '0.05 to 1 in steps of 0.05; all together never more than 1 on any day.',
  })
  fullTimeShare!: number
}

@InputType()
export class CreatePlacementInput extends PlacementFields {
  @IdempotencyKey()
  idempotencyKey?: string | null

  @Field(() => GraphQLUUID)
  peerId!: string
}

@ObjectType({ simpleResolvers: true, description: 'The new placement.' })
export class CreatePlacementPayload {
  @Field(() => PlacementType)
  placement!: Lazily<PlacementType>
}

@InputType()
export class UpdatePlacementInput extends PlacementFields {
  @Field(() => GraphQLUUID)
  placementId!: string

  @Field(() => Int, { description: EXPECTED_REVISION })
  expectedRevision!: number
}

@ObjectType({ simpleResolvers: true, description: 'The placement as it is now.' })
export class PlacementUpdated {
  @Field(() => PlacementType)
  placement!: Lazily<PlacementType>
}

export const UpdatePlacementPayload = unionWithStale(
  'UpdatePlacementPayload',
  'The changed placement, or that somebody else changed it first.',
  () => PlacementUpdated,
)

@InputType()
export class VoidPlacementInput {
  @Field(() => GraphQLUUID)
  placementId!: string

  @Field(() => Int, { description: EXPECTED_REVISION })
  expectedRevision!: number
}

@ObjectType({ simpleResolvers: true, description: 'The placement counts nowhere any more.' })
export class PlacementVoided {
  @Field(() => PlacementType)
  placement!: Lazily<PlacementType>
}

export const VoidPlacementPayload = unionWithStale(
  'VoidPlacementPayload',
  'The voided placement, or that somebody else changed it first.',
  () => PlacementVoided,
)

@InputType()
export class RestorePlacementInput extends VoidPlacementInput {}

@ObjectType({ simpleResolvers: true, description: 'The placement counts again.' })
export class PlacementRestored {
  @Field(() => PlacementType)
  placement!: Lazily<PlacementType>
}

export const RestorePlacementPayload = unionWithStale(
  'RestorePlacementPayload',
  'The restored placement, or that somebody else changed it first.',
  () => PlacementRestored,
)

@InputType()
export class RecordCaseloadInput {
  @Field(() => GraphQLUUID)
  placementId!: string

  @Field(() => Int, { description: '0 to 500.' })
  people!: number

  @Field(() => GraphQLLocalDate, { description: 'Today or before, within the placement.' })
  countedOn!: string
}

@ObjectType({ simpleResolvers: true, description: 'The count, and the placement with its latest one.' })
export class RecordCaseloadPayload {
  @Field(() => CaseloadCount)
  caseloadCount!: CaseloadCountShown

  @Field(() => PlacementType)
  placement!: Lazily<PlacementType>
}
