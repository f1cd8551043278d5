import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  readHours,
  readJobTitle,
  readRoles,
  readShare,
  suggestValue,
} from '../../shared/src/imports/cell-values.ts'
import { dateOrderOf, readDay } from '../../shared/src/calendar/days-in-cells.ts'
import { COLUMNS_OF, IMPORT_COLUMNS, readHeadings } from '../../shared/src/imports/import-columns.ts'
import { ImportKind } from '../../shared/src/imports/import-states.ts'
import { validatePeopleRow } from '../../shared/src/imports/people-row.ts'
import type { PeopleFacts } from '../../shared/src/imports/placement-cells.ts'
import { ROW_PROBLEMS } from '../../shared/src/imports/row-problems.ts'
import { problemInWords } from '../../shared/src/imports/row-problems-in-words.ts'
import { LABELS, labelUnder } from '../../shared/src/labels/labels.ts'
import type { Language } from '../../shared/src/people/account/languages.ts'
import { JOB_TITLES } from '../../shared/src/people/placements/job-titles.ts'
import { ROLES } from '../../shared/src/people/roles.ts'

const FACTS: PeopleFacts = {
  importerRoles: ['MANAGER', 'ADMIN'],
  memberEmails: new Set(['here@example.org']),
  agencies: new Map([
    ['county jail', ['agency-1']],
    ['court', ['agency-2', 'agency-3']],
  ]),
  teams: new Map([['field team', ['team-1']]]),
  firstLineOf: new Map(),
  dateOrder: null,
}
const sayIn = (language: Language) => (key: string) => labelUnder(key, language) ?? `${key}: undefined`

describe('a day in a cell', () => {
  it('is read when it can be one day only, or in the order of its file, and never guessed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 2000, max: 2099 }),
        (month, day, year) => {
          const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
          const read = { kind: 'day', day: iso }
          for (const text of [iso, `${year}/${month}/${day}`, `${iso} 00:00:00`])
            expect(readDay(text, null)).toEqual(read)
          expect(readDay(`${month}/${day}/${year}`, null)).toEqual(
            day > 12 || day === month ? read : { kind: 'ambiguous-date' },
          )
          expect(
            readDay(`${month}/${day}/${year % 100 < 10 ? '0' : ''}${year % 100}`, 'MONTH_FIRST'),
          ).toEqual(read)
          expect(readDay(`${day}.${month}.${year}`, 'DAY_FIRST')).toEqual(read)
        },
      ),
      { numRuns: 2_000 },
    )
  })

  it.each(['31/12/2026', '02/30/2026', 'March 3', '46000', '2026-03-15 10:00', '13/13/2026', '3/2026'])(
    'is none in "%s", months first',
    (text) => expect(readDay(text, 'MONTH_FIRST')).toEqual({ kind: 'not-a-date' }),
  )

  it.each(['Mar 15, 2026', '15-Mar-26', '15 de marzo de 2026', 'March 15 2026'])('is read in "%s"', (text) =>
    expect(readDay(text, null)).toEqual({ kind: 'day', day: '2026-03-15' }),
  )

  it('has the order that the file settles once, and none where it contradicts itself', () => {
    expect(dateOrderOf(['1/6/2025', '3/15/2025', '2026-01-01', ''])).toBe('MONTH_FIRST')
    expect(dateOrderOf(['1/6/2025', '15/3/2025'])).toBe('DAY_FIRST')
    expect(dateOrderOf(['1/6/2025', '2/3/2025'])).toBeNull()
    expect(dateOrderOf(['15/6/2025', '6/15/2025'])).toBeNull()
  })
})

describe('what the screens call something', () => {
  it.each(['en', 'es'] as const)(
    'can be written into a file: roles, job titles and columns in %s',
    (language) => {
      const { account, people, imports } = LABELS[language]
      expect(ROLES.map((role) => readRoles(account.Role[role]))).toEqual(ROLES.map((role) => [role]))
      expect(JOB_TITLES.map((title) => readJobTitle(people.JobTitle[title]))).toEqual(JOB_TITLES)
      for (const kind of Object.values(ImportKind)) {
        const headings = COLUMNS_OF[kind].map((column) => imports.ImportColumn[column])
        expect(readHeadings(kind, headings)).toEqual(COLUMNS_OF[kind])
      }
    },
  )
})

describe('other cells', () => {
  it.each([
    ['0.5', 0.5],
    ['0,75', 0.75],
    ['50%', 0.5],
    ['100 %', 1],
    ['1', 1],
    ['.5', 0.5],
    ['Full time', 1],
    ['Part time', null],
    ['0', null],
    ['1.5', null],
    ['50', null],
    ['-0.5', null],
    ['=1/2', null],
  ])('reads the share %s', (text, share) => expect(readShare(text)).toBe(share))

  it('reads roles and job titles by code, in English and in Spanish', () => {
    for (const role of ROLES) expect(readRoles(role)).toEqual([role])
    for (const title of JOB_TITLES) expect(readJobTitle(title.replaceAll('_', ' ').toLowerCase())).toBe(title)
    expect(readRoles('Supervisora + par')).toEqual(['PEER', 'SUPERVISOR'])
    expect(readRoles('Peer, Wizard')).toBeNull()
    expect(readJobTitle('Guía de recuperación')).toBe('RECOVERY_COACH')
  })
})

describe('hours and values', () => {
  it.each([
    ['6', 6],
    ['1,5', 1.5],
    ['1.25 h', 1.25],
    ['6 hours', 6],
    ['1,250', null],
    ['six', null],
  ])('reads %s as %s hours', (text, hours) => expect(readHours(text)).toBe(hours))

  it.each([
    ['Harlan Co. Jail', 'jail'],
    ['Tri County', 'tri'],
    ['Fire & Rescue', 'fire'],
    ['Peer Recovery Coach', 'coach'],
    ['County', null],
    ['Moon Base', null],
    ['', null],
  ])('suggests for %j only what fits alone: %s', (text, value) => {
    const options = [
      { value: 'jail', name: 'Harlan County Jail' },
      { value: 'tri', name: 'Tri-County Drug Court' },
      { value: 'fire', name: 'Harlan Fire and Rescue' },
      { value: 'coach', name: 'RECOVERY_COACH' },
    ]
    expect(suggestValue(text, options)).toBe(value)
  })
})

describe('a line', () => {
  it('has a reason in words in both languages whatever it is made of, and never throws', () => {
    const cells = fc.record(
      Object.fromEntries(
        IMPORT_COLUMNS.map((column) => [column, fc.string({ unit: 'binary', maxLength: 600 })]),
      ),
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(cells, fc.subarray([...ROLES]), (row, importerRoles) => {
        const assessed = validatePeopleRow(row, 2, { ...FACTS, importerRoles })
        if (assessed.kind !== 'problem') return
        expect(assessed.problems.length).toBeGreaterThan(0)
        for (const problem of assessed.problems)
          for (const language of ['en', 'es'] as const)
            expect(problemInWords(problem, sayIn(language))).not.toContain('undefined')
      }),
      { numRuns: 400 },
    )
    for (const problem of ROW_PROBLEMS)
      expect(problemInWords({ column: null, problem }, sayIn('es'))).not.toBe(
        problemInWords({ column: null, problem }, sayIn('en')),
      )
  })

  it('makes only what the importer may make', () => {
    const row = { NAME: 'Ana', EMAIL: 'ana@example.org', ROLES: 'Admin', TEAM: 'Field team' }
    const problems = (importerRoles: string[]) => {
      const assessed = validatePeopleRow(row, 2, { ...FACTS, importerRoles })
      return assessed.kind === 'problem' ? assessed.problems.map(({ problem }) => problem) : assessed.kind
    }
    expect(problems(['MANAGER'])).toEqual(['role-needs-admin'])
    expect(problems(['ADMIN'])).toEqual(['needs-manager'])
    expect(problems(['MANAGER', 'ADMIN'])).toBe('new')
  })

  it('changes nothing for somebody who is there, and says when a name fits several', () => {
    expect(validatePeopleRow({ NAME: 'X', EMAIL: 'HERE@example.org', TEAM: 'Nowhere' }, 2, FACTS).kind).toBe(
      'present',
    )
    const placed = { JOB_TITLE: 'Peer bridger', HOST_AGENCY: 'Court', STARTS_ON: '2026-03-15' }
    expect(validatePeopleRow({ NAME: 'X', EMAIL: 'x@example.org', ...placed }, 2, FACTS)).toEqual({
      kind: 'problem',
      problems: [{ column: 'HOST_AGENCY', problem: 'several-found' }],
    })
  })
})
