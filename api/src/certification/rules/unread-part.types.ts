import { Field, Float, ObjectType, registerEnumType } from 'type-graphql'
import { CeCategory } from '@alongside/shared/certification/catalogue/ce-category'
import { UnreadKind } from '@alongside/shared/certification/rules/unread-part'

registerEnumType(UnreadKind, {
  name: 'UnreadKind',
  description: 'What kind of part of a rule is not counted.',
})

@ObjectType({ simpleResolvers: true, description: 'A number that stands in a part of a rule.' })
export class UnreadFigure {
  @Field(() => String)
  name!: string

  @Field(() => Float)
  value!: number
}

@ObjectType('UnreadPart', {
  simpleResolvers: true,
  description: 'A part of a rule that Alongside does not count yet: shown as it was read, and never as met.',
})
export class UnreadPartType {
  @Field(() => UnreadKind)
  kind!: UnreadKind

  @Field(() => CeCategory, { nullable: true })
  category!: CeCategory | null

  @Field(() => String, { nullable: true, description: 'The words of the catalogue, in English.' })
  text!: string | null

  @Field(() => [UnreadFigure])
  figures!: UnreadFigure[]
}
