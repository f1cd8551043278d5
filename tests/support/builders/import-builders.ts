import type { Caller, TestApi } from '../test-api.ts'
import type { Member } from './builders.ts'
import { received, type Received } from '../test-api.ts'

/** What a person does with files of people, through the doors that the screen uses. */
export interface Importer {
  readonly caller: Caller
  send(file: string | Buffer, fileName?: string, kind?: string): Promise<Received<{ importId: string }>>
  /** The id of the preview, or a failed test. */
  preview(file: string | Buffer, fileName?: string, kind?: string): Promise<string>
}

export async function importer(api: TestApi, member: Member): Promise<Importer> {
  const caller = await api.as(member)
  const page = await api.pageOf(member)
  const send = (
    file: string | Buffer,
    fileName = 'people.csv',
    kind = 'PEOPLE',
  ): Promise<Received<{ importId: string }>> =>
    received<{ importId: string }>(
      api.raw
        .post('/imports')
        .set(page)
        .set('content-type', 'text/csv')
        .set('x-file-name', encodeURIComponent(fileName))
        .set('x-import-kind', kind)
        .send(file),
    )
  return {
    caller,
    send,
    preview: async (file, fileName, kind) => {
      const { body } = await send(file, fileName, kind)
      if (!body.data) throw new Error(JSON.stringify(body.errors))
      return body.data.importId
    },
  }
}

export const IMPORT = `query ($id: UUID!) { import(importId: $id) {
  state fileName encoding unknownHeadings rowCount newCount presentCount problemCount madeCount removedCount canBeUndone } }`
export const ROWS = `query ($id: UUID!, $results: [ImportRowResult!], $first: Int! = 100, $after: String) {
  importRows(importId: $id, results: $results, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
    edges { node { line result keptBecause cells { column text } problems { column problem otherLine } } } } }`
export const CONFIRM = `mutation ($input: ConfirmImportInput!) { confirmImport(input: $input) { __typename
  ... on ImportConfirmed { replayed import { state madeCount newCount presentCount problemCount } }
  ... on ImportStopped { import { state problemCount } } } }`
export const MATCHING = `query ($id: UUID!) { importMatching(importId: $id) {
  places { heading column example } missing dateOrder isDateOrderAsked
  values { column text rowCount suggestion } options { column value label } } }`
export const UPDATE = `mutation ($input: UpdateImportInput!) { updateImport(input: $input) { import { newCount presentCount problemCount } } }`
export const UNDO =
  'mutation ($id: UUID!) { undoImport(input: { importId: $id }) { import { state removedCount } } }'

export interface ShownImport {
  state: string
  fileName: string
  encoding: string
  unknownHeadings: string[]
  rowCount: number
  newCount: number
  presentCount: number
  problemCount: number
  madeCount: number
  removedCount: number
  canBeUndone: boolean
}
export interface ShownRow {
  line: number
  result: string
  keptBecause: string | null
  cells: { column: string; text: string }[]
  problems: { column: string | null; problem: string; otherLine: number | null }[]
}

export async function shownImport(caller: Caller, id: string): Promise<ShownImport> {
  return (await caller.data<{ import: ShownImport }>(IMPORT, { id })).import
}

export async function shownRows(
  caller: Caller,
  id: string,
  results: string[] | null = null,
): Promise<ShownRow[]> {
  const { importRows } = await caller.data<{ importRows: { edges: { node: ShownRow }[] } }>(ROWS, {
    id,
    results,
  })
  return importRows.edges.map(({ node }) => node)
}

export interface Confirmation {
  confirmImport: {
    __typename: 'ImportConfirmed' | 'ImportStopped'
    replayed?: boolean
    import: {
      state: string
      madeCount?: number
      newCount?: number
      presentCount?: number
      problemCount: number
    }
  }
}

export async function confirm(
  caller: Caller,
  importId: string,
  choices: { leaveOutProblems?: boolean; sendInvitations?: boolean; idempotencyKey?: string } = {},
): Promise<Confirmation['confirmImport']> {
  const input = {
    importId,
    idempotencyKey: crypto.randomUUID(),
    leaveOutProblems: false,
    sendInvitations: false,
    ...choices,
  }
  return (await caller.data<Confirmation>(CONFIRM, { input })).confirmImport
}
