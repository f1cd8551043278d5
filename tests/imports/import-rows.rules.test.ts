import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText } from '../../api/src/imports/people-file/decode-text.ts'
import { readPeopleFile } from '../../api/src/imports/people-file/read-people-file.ts'
import { readDay, readJobTitle, readRoles, readShare } from '../../shared/src/imports/cell-values.ts'
import { PEOPLE_COLUMNS, readHeadings, sniffDelimiter } from '../../shared/src/imports/import-columns.ts'
import { validatePeopleRow } from '../../shared/src/imports/people-row.ts'
import type { PeopleFacts } from '../../shared/src/imports/placement-cells.ts'
import { ROW_PROBLEMS } from '../../shared/src/imports/row-problems.ts'
import { peopleTemplate, problemInWords } from '../../shared/src/imports/row-problems-in-words.ts'
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
}
const sayIn = (language: Language) => (key: string) => labelUnder(key, language) ?? `${key}: undefined`
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('a day in a cell', () => {
  it('is read when it can be one day only, and never guessed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 1950, max: 2100 }),
        (month, day, year) => {
          const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
          expect(readDay(iso)).toEqual({ kind: 'day', day: iso })
          expect(readDay(`${month}/${day}/${year}`)).toEqual(
            day > 12 || day === month ? { kind: 'day', day: iso } : { kind: 'ambiguous-date' },
          )
        },
      ),
      { numRuns: 2_000 },
    )
  })

  it.each(['31/12/2026', '02/30/2026', '3/4/26', '2026-2-3', 'March 3', '46000', '2026-03-15 10:00'])(
    'is none in "%s"',
    (text) => expect(readDay(text)).toEqual({ kind: 'not-a-date' }),
  )
})

describe('what the screens call something', () => {
  it.each(['en', 'es'] as const)(
    'can be written into a file: roles, job titles and columns in %s',
    (language) => {
      const { account, people, imports } = LABELS[language]
      expect(ROLES.map((role) => readRoles(account.Role[role]))).toEqual(ROLES.map((role) => [role]))
      expect(JOB_TITLES.map((title) => readJobTitle(people.JobTitle[title]))).toEqual(JOB_TITLES)
      const headings = PEOPLE_COLUMNS.map((column) => imports.PeopleColumn[column])
      expect(readHeadings(headings).columns).toEqual(PEOPLE_COLUMNS)
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

describe('headings', () => {
  it('are known in any order, in both languages, and the template is made of them', async () => {
    for (const language of ['en', 'es'] as const) {
      const [first = ''] = peopleTemplate(language, sayIn(language)).split('\r\n')
      const read = readHeadings(first.split(','))
      expect(read).toMatchObject({ columns: PEOPLE_COLUMNS, unknown: [], missing: [], repeated: [] })
      const { lines } = await readPeopleFile(utf8(peopleTemplate(language, sayIn(language))))
      expect(lines).toHaveLength(1)
    }
    fc.assert(
      fc.property(
        fc.shuffledSubarray(['Name', 'EMAIL', 'Rol', 'Equipo', 'Start date'], { minLength: 5 }),
        (order) => {
          expect([...readHeadings(order).columns].sort()).toEqual([
            'EMAIL',
            'NAME',
            'ROLES',
            'STARTS_ON',
            'TEAM',
          ])
        },
      ),
    )
    expect(readHeadings(['Correo', 'Email', 'Shoe size'])).toMatchObject({
      unknown: ['Shoe size'],
      missing: ['NAME'],
      repeated: ['EMAIL'],
    })
  })

  it.each([
    ['Name,Email', ','],
    ['Name;Email;"a,b,c,d"', ';'],
    ['\nName\tEmail', '\t'],
    ['Name', ','],
  ])('show the delimiter: %j', (text, delimiter) => expect(sniffDelimiter(text)).toBe(delimiter))
})

describe('a whole file', () => {
  const cell = fc
    .string({ unit: 'grapheme', maxLength: 30 })
    .filter((text) => text.trim() !== '' && !text.includes('\r'))
  const written = (text: string): string => `"${text.replaceAll('"', '""')}"`

  it('comes through with whatever stands in quotes, in any delimiter and encoding', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 }),
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom('utf8', 'bom', 'utf16le'),
        async (rows, delimiter, newline, encoding) => {
          const lines = [['Name', 'Email'], ...rows.map((row) => row.map(written))]
          const text = lines.map((row) => row.join(delimiter)).join(newline)
          const bytes =
            encoding === 'utf16le'
              ? Buffer.from(`\uFEFF${text}`, 'utf16le')
              : utf8(encoding === 'bom' ? `\uFEFF${text}` : text)
          const read = await readPeopleFile(bytes)
          const kept = (each: string) => each.replaceAll('\0', '\uFFFD').toWellFormed()
          expect(read.lines.map(({ cells }) => [cells.NAME, cells.EMAIL])).toEqual(
            rows.map((row) => row.map(kept)),
          )
        },
      ),
      { numRuns: 300 },
    )
  })

  it('is Windows-1252 when it is no UTF-8, and no text when it has zero bytes', () => {
    expect(decodeText(Buffer.from('Núñez €'.replace('€', '\x80'), 'latin1'))).toEqual({
      text: 'Núñez €',
      encoding: 'WINDOWS_1252',
    })
    expect(decodeText(Buffer.from('Name', 'utf16le'))).toBeNull()
    expect(decodeText(Buffer.from('PK\x03\x04\0\0', 'latin1'))).toBeNull()
  })

  it.each([
    ['', 'imports.empty'],
    ['Name,Email\n', 'imports.empty'],
    ['Name,Age\nA,3\n', 'imports.headings-missing'],
    ['Name,Email,Correo\nA,a@b.org,\n', 'imports.headings-repeated'],
    ['Name,Email\n"A,a@b.org\n', 'imports.not-csv'],
    [`Name,Email\n${'A,a@b.org\n'.repeat(5_001)}`, 'imports.too-many-rows'],
  ])('is refused with one clear reason: %#', async (text, fact) => {
    await expect(readPeopleFile(utf8(text))).rejects.toMatchObject({ kind: 'BAD_INPUT', fact })
  })

  it('counts the lines of the file, empty ones and line breaks in quotes too', async () => {
    const { lines } = await readPeopleFile(utf8('Name,Email\nA,a@b.org\n\n"B\nB",b@b.org\nC,c@b.org\n'))
    expect(lines.map(({ line }) => line)).toEqual([2, 5, 6])
  })

  it('keeps what looks like a formula as the text that it is', async () => {
    const { lines } = await readPeopleFile(utf8('Name,Email\n"=HYPERLINK(""x"")",a@example.org\n'))
    expect(lines[0]?.cells.NAME).toBe('=HYPERLINK("x")')
  })
})

describe('a line', () => {
  it('has a reason in words in both languages whatever it is made of, and never throws', () => {
    const cells = fc.record(
      Object.fromEntries(
        PEOPLE_COLUMNS.map((column) => [column, fc.string({ unit: 'binary', maxLength: 600 })]),
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
