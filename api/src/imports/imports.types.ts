import { GraphQLDateTime, GraphQLUUID } from 'graphql-scalars'
import { createUnionType, Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { ImportColumn } from '@alongside/shared/imports/import-columns'
import { ImportKind, ImportRowResult, ImportState } from '@alongside/shared/imports/import-states'
import { ConnectionTo } from '../server/graphql/connection.ts'
import { Person } from '../people/person.types.ts'
import { ImportEncoding } from './file/decode-text.ts'
import { GraphQLIdempotencyKey } from '../server/submissions/idempotency-key.ts'

registerEnumType(ImportState, {
  name: 'ImportState',
  description: 'Assessed, made, taken back, or a day old without having been confirmed.',
})
registerEnumType(ImportRowResult, {
  name: 'ImportRowResult',
  description:
    'Before: new, already there, with problems. After: made, left out. After undoing: removed, or kept for a reason.',
})
registerEnumType(ImportEncoding, {
  name: 'ImportEncoding',
  description: 'How the bytes of the file were read.',
})
registerEnumType(ImportKind, { name: 'ImportKind', description: 'What a file brings.' })
registerEnumType(ImportColumn, { name: 'ImportColumn', description: 'A column of a file.' })

@ObjectType('Import', {
  simpleResolvers: true,
  description: 'One file: assessed when it was sent, made whole or not at all, undone for a day.',
})
export class ImportType {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => ImportKind)
  kind!: ImportKind

  @Field(() => String)
  fileName!: string

  @Field(() => ImportState)
  state!: ImportState

  @Field(() => ImportEncoding)
  encoding!: ImportEncoding

  @Field(() => [String], {
    description: 'Headings that name nothing here: their columns are not read. At most 20.',
  })
  unknownHeadings!: string[]

  @Field(() => Int, { description: 'Rows below the headings, 1-5,000.' })
  rowCount!: number

  @Field(() => Int)
  newCount!: number

  @Field(() => Int, { description: 'Rows that say what is recorded already; nothing changes.' })
  presentCount!: number

  @Field(() => Int)
  problemCount!: number

  @Field(() => Int, { description: 'Records added when it was confirmed.' })
  madeCount!: number

  @Field(() => Int, { description: 'Records removed when it was undone.' })
  removedCount!: number

  @Field(() => Person)
  importedBy!: Person

  @Field(() => GraphQLDateTime)
  uploadedAt!: Date

  @Field(() => GraphQLDateTime, {
    description: 'When its rows are erased; until then it can be confirmed or undone.',
  })
  rowsUntil!: Date

  @Field(() => GraphQLDateTime, { nullable: true })
  confirmedAt!: Date | null

  @Field(() => GraphQLDateTime, { nullable: true })
  undoneAt!: Date | null

  @Field(() => Boolean)
  canBeUndone!: boolean
}

@ObjectType({ description: 'Imports, the latest first.' })
export class ImportConnection extends ConnectionTo(ImportType, 'Import') {}

@ObjectType({ simpleResolvers: true, description: 'What stands in one cell.' })
export class ImportCell {
  @Field(() => ImportColumn)
  column!: ImportColumn

  @Field(() => String)
  text!: string
}

@ObjectType({ simpleResolvers: true, description: 'Why a row cannot be taken as it stands.' })
export class ImportRowProblem {
  @Field(() => ImportColumn, { nullable: true, description: 'Null: the whole row.' })
  column!: ImportColumn | null

  @Field(() => String, { description: "A short name for it, like 'ambiguous-date'." })
  problem!: string

  @Field(() => Int, { nullable: true, description: 'The earlier line that says the same.' })
  otherLine!: number | null
}

@ObjectType('ImportRow', { simpleResolvers: true, description: 'One row of the file, kept for a day.' })
export class ImportRowType {
  @Field(() => Int, {
    description: 'The line of the file on which the row ends; the headings stand on line 1.',
  })
  line!: number

  @Field(() => ImportRowResult)
  result!: ImportRowResult

  @Field(() => String, {
    nullable: true,
    description: "Why undoing kept the person: 'JOINED' or 'HAS_RECORDS'.",
  })
  keptBecause!: string | null

  @Field(() => [ImportCell])
  cells!: ImportCell[]

  @Field(() => [ImportRowProblem])
  problems!: ImportRowProblem[]
}

@ObjectType({ simpleResolvers: true, description: 'Rows of one import by line.' })
export class ImportRowConnection extends ConnectionTo(ImportRowType, 'ImportRow') {}

@InputType()
export class ConfirmImportInput {
  @Field(() => GraphQLUUID)
  importId!: string

  @Field(() => GraphQLIdempotencyKey, {
    description: 'Made when the form is sent; the same again makes nothing twice.',
  })
  idempotencyKey!: string

  @Field(() => Boolean, {
    description: 'Whether rows with problems are left out; otherwise one of them stops all.',
  })
  leaveOutProblems!: boolean

  @Field(() => Boolean, {
    description: 'Whether everybody new gets a mail with their link; for people only.',
  })
  sendInvitations!: boolean
}

@ObjectType({ simpleResolvers: true, description: 'All of the file is recorded.' })
export class ImportConfirmed {
  @Field(() => ImportType)
  import!: ImportType

  @Field(() => Boolean, { description: 'It was confirmed before with the same key; nothing was made again.' })
  replayed!: boolean
}

@ObjectType({
  simpleResolvers: true,
  description: 'Nothing was made: rows have problems, and it was not said to leave them out.',
})
export class ImportStopped {
  @Field(() => ImportType)
  import!: ImportType
}

export const ConfirmImportPayload = createUnionType({
  name: 'ConfirmImportPayload',
  description: 'All of it, or nothing.',
  types: () => [ImportConfirmed, ImportStopped] as const,
  resolveType: (outcome) => ('replayed' in outcome ? ImportConfirmed : ImportStopped),
})

@InputType()
export class UndoImportInput {
  @Field(() => GraphQLUUID)
  importId!: string
}

@ObjectType({ simpleResolvers: true, description: 'The import that was undone.' })
export class UndoImportPayload {
  @Field(() => ImportType)
  import!: ImportType
}
