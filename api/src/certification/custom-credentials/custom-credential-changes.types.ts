import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { type Lazily, unionWithStale } from '../../server/graphql/payload.ts'
import { CredentialType } from '../catalogue/credential.types.ts'
import { CustomCredentialType } from './custom-credential.types.ts'
import { IdempotencyKey } from '../../server/submissions/idempotency-key.ts'

// What can be done with a credential of the organization's own.

const EXPECTED_REVISION = 'The revision on which the change was decided, as last read.'

/** What a credential is called, new or corrected. */
@InputType()
export abstract class CustomCredentialFields {
  @Field(() => String, { description: '1-120 characters; once in a state.' })
  name!: string

  @Field(() => String, { description: '1-20 characters.' })
  abbreviation!: string

  @Field(() => String, { nullable: true, description: 'Who grants it; at most 200 characters.' })
  certifyingBody?: string | null

  @Field(() => String, { description: "Two letters; 'US' where it holds in every state." })
  state!: string
}

@ObjectType({ simpleResolvers: true })
export abstract class CustomCredentialChanged {
  @Field(() => CredentialType, { description: 'As everybody reads it.' })
  credential!: Lazily<CredentialType>

  @Field(() => CustomCredentialType, { description: 'As the office keeps it.' })
  customCredential!: Lazily<CustomCredentialType>
}

@InputType({ description: "A credential of the organization's own, which the catalogue does not hold." })
export class CreateCustomCredentialInput extends CustomCredentialFields {
  @IdempotencyKey()
  idempotencyKey?: string | null
}

@ObjectType({ simpleResolvers: true, description: 'The new credential.' })
export class CreateCustomCredentialPayload extends CustomCredentialChanged {}

@InputType({ description: 'What it is called from now on, all of it. It keeps its id.' })
export class CorrectCustomCredentialInput extends CustomCredentialFields {
  @Field(() => ID)
  credentialId!: string

  @Field(() => Int, { description: EXPECTED_REVISION })
  expectedRevision!: number
}

@ObjectType({ simpleResolvers: true, description: 'The credential as it is called now.' })
export class CustomCredentialCorrected extends CustomCredentialChanged {}

export const CorrectCustomCredentialPayload = unionWithStale(
  'CorrectCustomCredentialPayload',
  'The corrected credential, or that somebody else changed it first.',
  () => CustomCredentialCorrected,
)

@InputType()
export class ArchiveCustomCredentialInput {
  @Field(() => ID)
  credentialId!: string

  @Field(() => Int, { description: EXPECTED_REVISION })
  expectedRevision!: number
}

@ObjectType({ simpleResolvers: true, description: 'The credential, which is offered nowhere any more.' })
export class CustomCredentialArchived extends CustomCredentialChanged {}

export const ArchiveCustomCredentialPayload = unionWithStale(
  'ArchiveCustomCredentialPayload',
  'The archived credential, or that somebody else changed it first.',
  () => CustomCredentialArchived,
)

@InputType()
export class UnarchiveCustomCredentialInput extends ArchiveCustomCredentialInput {}

@ObjectType({ simpleResolvers: true, description: 'The credential, which is offered again.' })
export class CustomCredentialUnarchived extends CustomCredentialChanged {}

export const UnarchiveCustomCredentialPayload = unionWithStale(
  'UnarchiveCustomCredentialPayload',
  'The credential, or that somebody else changed it first.',
  () => CustomCredentialUnarchived,
)
