import { GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { AtMost } from '../../server/operations/input-limits.ts'
import { DateOrder } from '@alongside/shared/calendar/days-in-cells'
import { ImportColumn } from '@alongside/shared/imports/import-columns'
import { ImportKind } from '@alongside/shared/imports/import-states'
import { ImportType } from '../imports.types.ts'

registerEnumType(DateOrder, { name: 'DateOrder', description: 'Which number of 03/04/2026 is the month.' })

@ObjectType({ simpleResolvers: true, description: 'One column of the file, and what it is read as.' })
export class ImportPlace {
  @Field(() => String, {
    description: 'As it stands on the first line; blank where the column was added here.',
  })
  heading!: string

  @Field(() => ImportColumn, { nullable: true, description: 'Null: it is not read.' })
  column!: ImportColumn | null

  @Field(() => String, { nullable: true, description: 'The first text that stands there.' })
  example!: string | null
}

@ObjectType({
  simpleResolvers: true,
  description: 'A text that is not known, wherever it stands in a column.',
})
export class ImportValue {
  @Field(() => ImportColumn)
  column!: ImportColumn

  @Field(() => String, { description: 'Blank: the cells without a text.' })
  text!: string

  @Field(() => Int)
  rowCount!: number

  @Field(() => String, { nullable: true, description: 'The value of the only option whose name fits.' })
  suggestion!: string | null
}

@ObjectType({ simpleResolvers: true, description: 'What a text of a column can be matched with.' })
export class ImportOption {
  @Field(() => ImportColumn)
  column!: ImportColumn

  @Field(() => String)
  value!: string

  @Field(() => String, {
    nullable: true,
    description: 'Null: the value is a code that the screens have words for.',
  })
  label!: string | null
}

@ObjectType({
  simpleResolvers: true,
  description:
    'How a file is read that waits to be confirmed: its columns, its days, and the texts that are not known.',
})
export class ImportMatching {
  @Field(() => [ImportPlace])
  places!: ImportPlace[]

  @Field(() => [ImportColumn], { description: 'Columns without which no row can be added.' })
  missing!: ImportColumn[]

  @Field(() => DateOrder, { nullable: true, description: 'Null: the file does not say, and nobody did.' })
  dateOrder!: DateOrder | null

  @Field(() => Boolean, { description: 'Whether a day could be read in two ways.' })
  isDateOrderAsked!: boolean

  @Field(() => [ImportValue], { description: 'At most 200, the most frequent first.' })
  values!: ImportValue[]

  @Field(() => [ImportOption], { description: 'Of the columns that have such values.' })
  options!: ImportOption[]
}

@InputType()
export class ImportMatchInput {
  @Field(() => ImportColumn)
  column!: ImportColumn

  @Field(() => String, { description: 'As the file has it; at most 500 characters.' })
  text!: string

  @Field(() => String, {
    description:
      'The value of an option, for ISSUED_ON a date; empty leaves the cell blank. At most 100 characters.',
  })
  value!: string
}

@InputType()
export class ImportCellInput {
  @Field(() => Int, { description: 'The line of the row.' })
  line!: number

  @Field(() => ImportColumn)
  column!: ImportColumn

  @Field(() => String, { description: 'At most 500 characters.' })
  text!: string
}

@InputType({ description: 'What is read otherwise from now on; what is left out stays as it is.' })
export class UpdateImportInput {
  @Field(() => GraphQLUUID)
  importId!: string

  @Field(() => [ImportColumn], {
    nullable: 'itemsAndList',
    description: 'For each place, in the order of `places`; null: it is not read. None twice.',
  })
  columns?: (ImportColumn | null)[] | null

  @Field(() => DateOrder, { nullable: true })
  dateOrder?: DateOrder | null

  @AtMost(200)
  @Field(() => [ImportMatchInput], { nullable: true, description: 'At most 200.' })
  matches?: ImportMatchInput[] | null

  @AtMost(100)
  @Field(() => [ImportCellInput], {
    nullable: true,
    description: 'Cells that say something else; at most 100.',
  })
  cells?: ImportCellInput[] | null
}

@ObjectType({ simpleResolvers: true, description: 'The import, assessed again.' })
export class UpdateImportPayload {
  @Field(() => ImportType)
  import!: ImportType
}

@InputType()
export class CreateImportInput {
  @Field(() => GraphQLUUID, { description: 'An import whose rows are still kept.' })
  fromImportId!: string

  @Field(() => ImportKind)
  kind!: ImportKind
}

@ObjectType({ simpleResolvers: true, description: 'A preview of the same rows, read for something else.' })
export class CreateImportPayload {
  @Field(() => ImportType)
  import!: ImportType
}
