import { Field, Int, ObjectType } from 'type-graphql'

@ObjectType({
  simpleResolvers: true,
  description:
    'Somebody else changed the record after it was read. Nothing was written: read it again and send its new revision as `expectedRevision`.',
})
export class StaleRevision {
  @Field(() => Int, { nullable: true, description: 'The revision now; null where the record is gone.' })
  currentRevision!: number | null
}
