import { GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, Int, ObjectType } from 'type-graphql'
import { DeflectionPathway, HostAgencyKind } from '@alongside/shared/people/host-agencies/host-agency-kinds'
import { type Lazily, unionWithStale } from '../../server/graphql/payload.ts'
import { SentInvitation } from '../invitations/invitation.types.ts'
import { HostAgencyContact } from './host-agency-contact.entity.ts'
import { type HostAgencyContactShown, HostAgencyType } from './host-agency.types.ts'
import { IdempotencyKey } from '../../server/submissions/idempotency-key.ts'

/** What an agency is, new or changed. */
@InputType()
export abstract class HostAgencyFields {
  @Field(() => String, { description: '1-120 characters.' })
  name!: string

  @Field(() => HostAgencyKind)
  kind!: HostAgencyKind

  @Field(() => String, { description: 'A state or territory, two letters.' })
  state!: string

  @Field(() => Int, { description: '0 to 5.' })
  sequentialIntercept!: number

  @Field(() => DeflectionPathway, { nullable: true, description: 'At intercepts 0 and 1 only.' })
  deflectionPathway?: DeflectionPathway | null
}

@InputType()
export class CreateHostAgencyInput extends HostAgencyFields {
  @IdempotencyKey()
  idempotencyKey?: string | null
}

@ObjectType({ simpleResolvers: true, description: 'The new host agency.' })
export class CreateHostAgencyPayload {
  @Field(() => HostAgencyType)
  hostAgency!: Lazily<HostAgencyType>
}

@InputType()
export class UpdateHostAgencyInput extends HostAgencyFields {
  @Field(() => GraphQLUUID)
  hostAgencyId!: string

  @Field(() => Int, { description: 'The revision on which the change was decided, as last read.' })
  expectedRevision!: number
}

@ObjectType({ simpleResolvers: true, description: 'The host agency as it is now.' })
export class HostAgencyUpdated {
  @Field(() => HostAgencyType)
  hostAgency!: Lazily<HostAgencyType>
}

export const UpdateHostAgencyPayload = unionWithStale(
  'UpdateHostAgencyPayload',
  'The changed host agency, or that somebody else changed it first.',
  () => HostAgencyUpdated,
)

@InputType({ description: 'Somebody to call; with a phone number, an address, or both.' })
export class CreateHostAgencyContactInput {
  @IdempotencyKey()
  idempotencyKey?: string | null

  @Field(() => GraphQLUUID)
  hostAgencyId!: string

  @Field(() => String, { description: '1-80 characters.' })
  name!: string

  @Field(() => String, { description: 'What to call about; 1-120 characters.' })
  purpose!: string

  @Field(() => String, { nullable: true, description: 'At most 40 characters.' })
  phone?: string | null

  @Field(() => String, { nullable: true })
  email?: string | null
}

@ObjectType({ simpleResolvers: true, description: 'The new contact, and the agency with it.' })
export class CreateHostAgencyContactPayload {
  @Field(() => HostAgencyContact)
  contact!: HostAgencyContactShown

  @Field(() => HostAgencyType)
  hostAgency!: Lazily<HostAgencyType>
}

@InputType()
export class RemoveHostAgencyContactInput {
  @Field(() => GraphQLUUID)
  contactId!: string
}

@ObjectType({ simpleResolvers: true, description: 'The agency without the contact.' })
export class RemoveHostAgencyContactPayload {
  @Field(() => HostAgencyType)
  hostAgency!: Lazily<HostAgencyType>
}

@InputType()
export class InviteHostAgencyStaffInput {
  @IdempotencyKey()
  idempotencyKey?: string | null

  @Field(() => GraphQLUUID)
  hostAgencyId!: string

  @Field(() => String, { description: 'At most 254 characters.' })
  email!: string

  @Field(() => String, { description: '1-80 characters.' })
  displayName!: string
}

@ObjectType({ simpleResolvers: true, description: 'The invitation of somebody of the agency’s own staff.' })
export class InviteHostAgencyStaffPayload {
  @Field(() => SentInvitation)
  invitation!: SentInvitation
}
