import { GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, ObjectType } from 'type-graphql'
import { MAX_HELP_CONTACTS } from '@alongside/shared/people/help-contacts/help-contact-input'
import { AtMost } from '../../server/operations/input-limits.ts'
import { HelpContact } from './help-contact.entity.ts'
import { IdempotencyKey } from '../../server/submissions/idempotency-key.ts'

/** What the API shows of it. */
export type HelpContactShown = Pick<HelpContact, 'id' | 'label' | 'phone' | 'url' | 'openHours'>

/** What a help contact says, new or changed. */
@InputType()
export abstract class HelpContactFields {
  @Field(() => String, { description: '1-80 characters.' })
  label!: string

  @Field(() => String, { nullable: true, description: 'At most 30 characters; this or a page is needed.' })
  phone?: string | null

  @Field(() => String, { nullable: true, description: 'At most 300 characters, beginning with https://.' })
  url?: string | null

  @Field(() => String, { nullable: true, description: 'When they can be reached: at most 80 characters.' })
  openHours?: string | null
}

@InputType()
abstract class OneHelpContactInput {
  @Field(() => GraphQLUUID)
  helpContactId!: string
}

/** The whole list, since a change of one can move the others. */
@ObjectType({ simpleResolvers: true })
export abstract class HelpContactsChanged {
  @Field(() => [HelpContact], { description: 'All help contacts in their order.' })
  helpContacts!: HelpContactShown[]
}

@InputType()
export class CreateHelpContactInput extends HelpContactFields {
  @IdempotencyKey()
  idempotencyKey?: string | null
}

@ObjectType({ simpleResolvers: true, description: 'The help contacts, the new one last.' })
export class CreateHelpContactPayload extends HelpContactsChanged {}

@InputType()
export class UpdateHelpContactInput extends HelpContactFields {
  @Field(() => GraphQLUUID)
  helpContactId!: string
}

@ObjectType({ simpleResolvers: true, description: 'The help contacts with the change.' })
export class UpdateHelpContactPayload extends HelpContactsChanged {}

@InputType()
export class RemoveHelpContactInput extends OneHelpContactInput {}

@ObjectType({ simpleResolvers: true, description: 'The help contacts that are left.' })
export class RemoveHelpContactPayload extends HelpContactsChanged {}

@InputType()
export class RestoreHelpContactInput extends OneHelpContactInput {}

@ObjectType({ simpleResolvers: true, description: 'The help contacts with the restored one.' })
export class RestoreHelpContactPayload extends HelpContactsChanged {}

@InputType()
export class ReorderHelpContactsInput {
  @AtMost(MAX_HELP_CONTACTS)
  @Field(() => [GraphQLUUID], { description: 'The id of every help contact once, in the new order.' })
  helpContactIds!: string[]
}

@ObjectType({ simpleResolvers: true, description: 'The help contacts in their new order.' })
export class ReorderHelpContactsPayload extends HelpContactsChanged {}
