import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, ObjectType } from 'type-graphql'
import type { Lazily } from '../../server/graphql/payload.ts'
import { CertificationType } from '../renewals/certification.types.ts'

@InputType({ description: 'Until when the holder wants no reminders of a certification.' })
export class SetRenewalPauseInput {
  @Field(() => GraphQLUUID)
  certificationId!: string

  @Field(() => GraphQLLocalDate, {
    description:
      'The last day without reminders, at most 30 days ahead; a day that has passed ends the pause.',
  })
  pausedUntil!: string
}

@ObjectType({ simpleResolvers: true, description: 'The certification with its pause.' })
export class SetRenewalPausePayload {
  @Field(() => CertificationType)
  certification!: Lazily<CertificationType>
}
