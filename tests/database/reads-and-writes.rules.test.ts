import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

// What the type checker lets pass: each line of the source below is checked, and those that it refuses are compared.

const HERE = fileURLToPath(new URL('./', import.meta.url))

const ALLOWED = {
  'a read of text': "unit.run('select 1')",
  'a read that begins with a common table expression': "unit.run('with one as (select 1) select * from one')",
  'a read that is a statement': "unit.run(readSql('select 1'))",
  'writes with a read after them': "unit.write([LEAVE, writeSql('select access.f()'), readSql('select 1')])",
  'rows of the columns that are returned':
    "unit.write([insertOf(LeavePeriod, {}, { returning: ['startsOn'] })]).then(([[row]]) => row?.startsOn.length)",
  'a value, none, and an expression':
    "updateOf(LeavePeriod, { removedAt: null }, { startsOn: '2026-03-02', endsOn: null, enteredBy: ME })",
  'lists of the same columns':
    "insertRowsOf(LeavePeriod, { peerId: ['p'], endsOn: [null] }, { startsOn: '2026-03-02' })",
}

const REFUSED = {
  'an insert that is run': "unit.run('insert into leave_period (id) values ($1)')",
  'an update that is run': "unit.run('update leave_period set ends_on = null')",
  'a deletion that is run': "unit.run('delete from leave_period')",
  'a text that nobody knows, run': 'unit.run(TEXT)',
  'a write that is run': 'unit.run(LEAVE)',
  'writes that are run together':
    "Promise.all([unit.run('insert into a values (1)'), unit.run('insert into b values (1)')])",
  'a promise among the writes': "unit.write([unit.run('select 1')])",
  'an insert that is called a read': "readSql('insert into leave_period (id) values ($1)')",
  'a write in a transaction that is run': 'tx.run(LEAVE)',
  'a column that is not there': "insertOf(LeavePeriod, { beginsOn: '2026-03-02' })",
  'a value of another type': 'insertOf(LeavePeriod, { startsOn: 20260302 })',
  'no value where there must be one': 'insertOf(LeavePeriod, { startsOn: null })',
  'an undefined value': 'insertOf(LeavePeriod, { endsOn: undefined })',
  'another tenant': "insertOf(LeavePeriod, { organizationId: 'o' })",
  'a condition on a column that is not there': "updateOf(LeavePeriod, { beginsOn: '2026-03-02' }, {})",
  'a list of columns with one that is not there': "columnsOf(LeavePeriod, 'l', ['beginsOn'])",
  'a returned column that is not there': "insertOf(LeavePeriod, {}, { returning: ['beginsOn'] })",
  'a row for its columns that were not returned':
    "unit.write([insertOf(LeavePeriod, {}, { returning: ['id'] })]).then(([[row]]) => row?.startsOn)",
  'a list of values of another type': 'insertRowsOf(LeavePeriod, { startsOn: [1] }, {})',
}

const HEAD = `
import { readSql, writeSql } from '../../api/src/database/reads-and-writes.ts'
import { columnsOf, insertOf, insertRowsOf, ME, updateOf } from '../../api/src/database/statements.ts'
import type { Transaction, UnitOfWork } from '../../api/src/database/unit-of-work.ts'
import { LeavePeriod } from '../../api/src/people/employment/leave-period.entity.ts'
declare const unit: UnitOfWork
declare const tx: Transaction
declare const TEXT: string
const LEAVE = insertOf(LeavePeriod, { startsOn: '2026-03-02' })
export const all = [readSql, writeSql, columnsOf, insertRowsOf, ME, updateOf, unit, tx, TEXT, LEAVE]`

/** The names of the lines that do not compile. */
function refusedOf(lines: Readonly<Record<string, string>>): string[] {
  const path = `${HERE}lines-to-check.ts`
  const text = [HEAD, ...Object.values(lines).map((line) => `void (${line})`)].join('\n')
  const { config } = ts.readConfigFile(`${HERE}../tsconfig.json`, (file) => ts.sys.readFile(file)) as {
    config: unknown
  }
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, `${HERE}..`)
  const host = ts.createCompilerHost(options)
  const onDisk = host.getSourceFile.bind(host)
  host.getSourceFile = (name, target) =>
    name === path ? ts.createSourceFile(name, text, target) : onDisk(name, target)
  const program = ts.createProgram([path], options, host)
  const source = program.getSourceFile(path)
  if (!source) throw new Error('the lines were not read')
  const first = HEAD.split('\n').length
  const wrong = ts
    .getPreEmitDiagnostics(program, source)
    .map(({ start = 0 }) => source.getLineAndCharacterOfPosition(start).line - first)
  const names = Object.keys(lines)
  return names.filter((_, at) => wrong.includes(at)).concat(wrong.some((at) => at < 0) ? ['the head'] : [])
}

describe('the types of reads and writes', () => {
  const refused = refusedOf({ ...ALLOWED, ...REFUSED })

  it('let pass what is meant', () => {
    expect(Object.keys(ALLOWED).filter((name) => refused.includes(name))).toEqual([])
  })

  it('refuse what would not hold', () => {
    expect(refused).toEqual(Object.keys(REFUSED))
  })
})
