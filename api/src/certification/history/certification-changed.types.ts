import { Field, ObjectType } from 'type-graphql'
import type { Lazily } from '../../server/graphql/payload.ts'
import { CertificationType } from '../renewals/certification.types.ts'
import { CertificationHistory } from './history.types.ts'

/** What every change of a certification answers, as far as it is selected. */
@ObjectType({ simpleResolvers: true })
export abstract class CertificationChanged {
  @Field(() => CertificationType, { description: 'With its status as it is now.' })
  certification!: Lazily<CertificationType>

  @Field(() => CertificationHistory)
  history!: Lazily<CertificationHistory>
}
