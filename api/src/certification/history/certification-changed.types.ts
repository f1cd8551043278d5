import { Field, ObjectType } from 'type-graphql'
import type { Lazily } from '../../server/graphql/payload.ts'
import { RenewalInFull } from '../renewals/renewal-in-full.types.ts'
import { CertificationHistory } from './history.types.ts'

/** What every change of a certification answers, as far as it is selected. */
@ObjectType({ simpleResolvers: true })
export abstract class CertificationChanged {
  @Field(() => RenewalInFull, { description: 'With its status as it is now.' })
  certification!: Lazily<RenewalInFull>

  @Field(() => CertificationHistory)
  history!: Lazily<CertificationHistory>
}
