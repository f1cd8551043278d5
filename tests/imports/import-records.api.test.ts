import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../support/builders/builders.ts'
import {
  confirm,
  type Importer,
  importer,
  MATCHING,
  shownImport,
  shownRows,
  UNDO,
  UPDATE,
} from '../support/builders/import-builders.ts'
import { TestApi } from '../support/test-api.ts'
import { codesIn } from '../support/builders/token-builders.ts'

interface Matching {
  importMatching: {
    missing: string[]
    dateOrder: string | null
    isDateOrderAsked: boolean
    places: { heading: string; column: string | null }[]
    values: { column: string; text: string; rowCount: number; suggestion: string | null }[]
    options: { column: string; value: string; label: string | null }[]
  }
}

describe('a file of records', () => {
  let api: TestApi
  let organization: BuiltOrganization
  let manager: Member
  let office: Importer
  beforeAll(async () => {
    api = await TestApi.start()
  })
  afterAll(() => api.close())
  beforeEach(async () => {
    organization = await api.build.organization()
    manager = await api.build.member(organization, ['MANAGER', 'ADMIN'])
    office = await importer(api, manager)
  })

  const rowsOf = async <Row extends object>(sql: string): Promise<Row[]> =>
    (await api.superuser.query<Row>(sql, [organization.id])).rows
  const count = async (table: string): Promise<number> =>
    (await rowsOf<{ n: number }>(`select count(*)::int as n from ${table} where organization_id = $1`))[0]
      ?.n ?? -1
  const matching = async (id: string) => (await office.caller.data<Matching>(MATCHING, { id })).importMatching
  const update = (importId: string, change: object) =>
    office.caller.data(UPDATE, { input: { importId, ...change } })
  const peers = (many: number) =>
    Promise.all(Array.from({ length: many }, () => api.build.peer(organization)))

  it('brings 40 certifications at once, by email or by name, and goes away again', async () => {
    const people = await peers(40)
    const lines = people.map(({ email, displayName }, row) =>
      row % 2 === 0
        ? `,${email},OH CPRS,P-${row},3/15/2025,3/14/2027`
        : `${displayName},,CPRS Ohio?,P-${row},4/5/2025,4/4/2027`,
    )
    const file = `Name,Email,Credential,Number,Issue Date,Expiration Date\n${lines.join('\n')}\n`
    const id = await office.preview(file, 'certs.csv', 'CERTIFICATIONS')
    expect(await shownImport(office.caller, id)).toMatchObject({ newCount: 20, problemCount: 20 })
    const { values, options, dateOrder } = await matching(id)
    expect(dateOrder).toBe('MONTH_FIRST')
    expect(values).toEqual([
      { column: 'CREDENTIAL', text: 'CPRS Ohio?', rowCount: 20, suggestion: 'us-oh-cprs' },
    ])
    const value = options.find((each) => each.value === values[0]?.suggestion)?.value
    expect(value).toBe('us-oh-cprs')
    await update(id, { matches: [{ column: 'CREDENTIAL', text: 'CPRS Ohio?', value }] })
    expect(await confirm(office.caller, id)).toMatchObject({ import: { madeCount: 40, problemCount: 0 } })
    expect(await count('certification')).toBe(40)
    expect(
      await rowsOf(
        "select distinct credential_id, issued_on::text, expires_on::text from certification where organization_id = $1 and number = 'P-1'",
      ),
    ).toEqual([{ credential_id: 'us-oh-cprs', issued_on: '2025-04-05', expires_on: '2027-04-04' }])
    const again = await office.preview(
      file.replaceAll('CPRS Ohio?', 'CPRS OH'),
      'certs.csv',
      'CERTIFICATIONS',
    )
    expect(await shownImport(office.caller, again)).toMatchObject({ newCount: 0, presentCount: 40 })

    // Whatever was recorded about one since keeps that one.
    await api.superuser.query(
      `insert into certification_verification (organization_id, certification_id, peer_id, checked_on, source, result, recorded_by, recorded_at)
       select organization_id, id, peer_id, '2026-06-01', 'register', 'AS_RECORDED', $2, now() from certification
        where organization_id = $1 and number = 'P-3'`,
      [organization.id, manager.id],
    )
    await office.caller.data(UNDO, { id })
    expect(await shownImport(office.caller, id)).toMatchObject({ state: 'UNDONE', removedCount: 39 })
    expect((await shownRows(office.caller, id, ['KEPT'])).map(({ keptBecause }) => keptBecause)).toEqual([
      'HAS_RECORDS',
    ])
    expect(await count('certification')).toBe(1)
    expect(await count('certification_status')).toBeLessThanOrEqual(1)
  })

  it('takes what was voided for not recorded: the same file brings it again, for another person too', async () => {
    const [one, other] = await peers(2)
    const certifications = (email = '') =>
      `Email,Credential,Number,Issued,Expires\n${email},us-oh-cprs,V-1,2025-01-01,2027-01-01\n`
    const courses = `Email,Training,Date,Hours,Topics,Format\n${one?.email},Ethics,2026-03-20,2,Ethics,In person\n`
    const preview = async (file: string, kind: string) =>
      shownImport(office.caller, await office.preview(file, 'again.csv', kind))
    for (const [file, kind] of [
      [certifications(one?.email), 'CERTIFICATIONS'],
      [courses, 'CE_HOURS'],
    ] as const)
      await confirm(office.caller, await office.preview(file, 'first.csv', kind))
    expect(await preview(certifications(one?.email), 'CERTIFICATIONS')).toMatchObject({ presentCount: 1 })
    expect(await preview(certifications(other?.email), 'CERTIFICATIONS')).toMatchObject({ problemCount: 1 })
    expect(await preview(courses, 'CE_HOURS')).toMatchObject({ presentCount: 1 })
    for (const table of ['certification', 'ce_credit'])
      await api.superuser.query(
        `update ${table} set voided_by = $2, voided_at = now() where organization_id = $1`,
        [organization.id, manager.id],
      )
    expect(await preview(certifications(one?.email), 'CERTIFICATIONS')).toMatchObject({ newCount: 1 })
    expect(await preview(certifications(other?.email), 'CERTIFICATIONS')).toMatchObject({ newCount: 1 })
    expect(await preview(courses, 'CE_HOURS')).toMatchObject({ newCount: 1 })
  })

  it('asks once for the issue date that an export of an HR system has not, and never makes one up', async () => {
    const people = await peers(3)
    const file = `Email,Credential,Expires\n${people.map(({ email }) => `${email},us-oh-cprs,2027-03-14`).join('\n')}\n`
    const id = await office.preview(file, 'hr.csv', 'CERTIFICATIONS')
    expect(await shownImport(office.caller, id)).toMatchObject({ newCount: 0, problemCount: 3 })
    expect((await matching(id)).values).toEqual([
      { column: 'ISSUED_ON', text: '', rowCount: 3, suggestion: null },
    ])
    // One of them is another's: a row that was filled in keeps what it says.
    await update(id, { cells: [{ line: 2, column: 'ISSUED_ON', text: '2025-01-02' }] })
    await update(id, { matches: [{ column: 'ISSUED_ON', text: '', value: '2025-03-15' }] })
    expect(await confirm(office.caller, id)).toMatchObject({ import: { madeCount: 3, problemCount: 0 } })
    expect(
      await rowsOf(
        'select issued_on::text as day, count(*)::int as n from certification where organization_id = $1 group by 1 order by 1',
      ),
    ).toEqual([
      { day: '2025-01-02', n: 1 },
      { day: '2025-03-15', n: 2 },
    ])
  })

  it('refuses an issue date for all rows that is none, by row', async () => {
    const [one] = await peers(1)
    const file = `Email,Credential,Expires\n${one?.email},us-oh-cprs,2027-03-14\n`
    const id = await office.preview(file, 'hr.csv', 'CERTIFICATIONS')
    for (const value of ['9999-12-31', '2026-02-30', 'soon', '\u200B']) {
      await update(id, { matches: [{ column: 'ISSUED_ON', text: '', value }] })
      expect(await shownImport(office.caller, id)).toMatchObject({ newCount: 0, problemCount: 1 })
    }
  })

  it('says of a certification what is wrong before anything is recorded', async () => {
    const [one] = await peers(1)
    const line = (rest: string) => `${one?.email},${rest}`
    const id = await office.preview(
      [
        'Email,Credential,Number,Issued,Expires',
        line('us-oh-cprs,A,2025-01-01,2024-01-01'),
        line('us-oh-cprs,A,,2027-01-01'),
        line('Wizard,A,2025-01-01,'),
        'nobody@example.org,us-oh-cprs,A,2025-01-01,',
        line('us-oh-cprs,B,2025-01-01,2027-01-01'),
        line('OH CPRS,C,2025-02-01,2027-02-01'),
        line('us-oh-cprs,D,2030-01-01,'),
      ].join('\n'),
      'c.csv',
      'CERTIFICATIONS',
    )
    const rows = await shownRows(office.caller, id)
    expect(
      rows.map(({ problems }) => problems.map(({ column, problem }) => `${column} ${problem}`).join()),
    ).toEqual([
      'EXPIRES_ON before-its-start',
      'ISSUED_ON required',
      'CREDENTIAL not-found',
      'EMAIL not-found',
      '',
      'CREDENTIAL repeated',
      'ISSUED_ON in-the-future',
    ])
  })

  it('brings a sign-in sheet: one training for all who took it, counted once', async () => {
    const people = await peers(3)
    const sheet = (title: string) =>
      `Name,Training,Date,Hours,Topics\n${people.map(({ displayName }) => `${displayName},${title},3/20/2026,"1,5",Ethics`).join('\n')}\n`
    const id = await office.preview(sheet("Peers' ethics"), 'class.csv', 'CE_HOURS')
    const { values } = await matching(id)
    expect(values).toEqual([{ column: 'DELIVERY_MODE', text: '', rowCount: 3, suggestion: null }])
    await update(id, { matches: [{ column: 'DELIVERY_MODE', text: '', value: 'LIVE_ONLINE' }] })
    expect(await confirm(office.caller, id)).toMatchObject({ import: { madeCount: 3 } })
    expect(
      await rowsOf(
        `select a.title, a.held_on::text, a.delivery_mode, c.hours::float, c.categories, count(*)::int as people
           from ce_activity a join ce_credit c on c.activity_id = a.id where a.organization_id = $1 group by 1, 2, 3, 4, 5`,
      ),
    ).toEqual([
      {
        title: "Peers' ethics",
        held_on: '2026-03-20',
        delivery_mode: 'LIVE_ONLINE',
        hours: 1.5,
        categories: ['ethics'],
        people: 3,
      },
    ])
    const again = await office.preview(sheet('Peers’  ETHICS'), 'class.csv', 'CE_HOURS')
    expect(await shownImport(office.caller, again)).toMatchObject({ newCount: 0, presentCount: 3 })
    await office.caller.data(UNDO, { id })
    expect([await count('ce_credit'), await count('ce_activity')]).toEqual([0, 0])
  })

  it('is matched by hand where headings, days and names are not known, and mended in place', async () => {
    await api.build.hostAgency(organization, { name: 'Harlan County Jail' })
    const id = await office.preview(
      'Vorname,Post,Where,Job,Since\nAna,ana@example.org,Harlan Co. Jail,Peer Recovery Coach,3/4/2026\nBen,ben@,,,\n',
    )
    expect(await matching(id)).toMatchObject({ missing: ['NAME', 'EMAIL'], isDateOrderAsked: false })
    await update(id, { columns: ['NAME', 'EMAIL', 'HOST_AGENCY', 'JOB_TITLE', 'STARTS_ON'] })
    const { values, missing, isDateOrderAsked } = await matching(id)
    expect([missing, isDateOrderAsked]).toEqual([[], true])
    expect(values.map(({ text, suggestion }) => [text, suggestion]).sort()).toEqual([
      ['Harlan Co. Jail', expect.any(String)],
      ['Peer Recovery Coach', 'RECOVERY_COACH'],
    ])
    await update(id, {
      dateOrder: 'DAY_FIRST',
      matches: values.map(({ column, text, suggestion }) => ({ column, text, value: suggestion })),
      cells: [
        { line: 3, column: 'EMAIL', text: 'ben@example.org' },
        { line: 3, column: 'ROLES', text: 'Supervisor' },
      ],
    })
    expect(await shownImport(office.caller, id)).toMatchObject({ newCount: 2, problemCount: 0 })
    await confirm(office.caller, id)
    expect(
      await rowsOf(
        `select m.display_name, m.roles, p.starts_on::text from membership m
           left join placement p on p.peer_id = m.id where m.organization_id = $1 and m.account_id is null order by 1`,
      ),
    ).toEqual([
      { display_name: 'Ana', roles: ['PEER'], starts_on: '2026-04-03' },
      { display_name: 'Ben', roles: ['SUPERVISOR'], starts_on: null },
    ])
    const settled = { input: { importId: id, dateOrder: 'MONTH_FIRST' } }
    expect((await office.caller.ask(UPDATE, settled)).errors?.[0]?.extensions.fact).toBe(
      'imports.confirmed-already',
    )
  })

  it.each([
    [{ columns: ['NAME'] }, 'columns'],
    [{ columns: ['NAME', 'NAME'] }, 'columns'],
    [{ columns: ['NAME', 'CREDENTIAL'] }, 'columns'],
    [{ matches: [{ column: 'NAME', text: 'x', value: 'y' }] }, 'matches.0.column'],
    [{ matches: [{ column: 'TEAM', text: 'x'.repeat(501), value: 'y' }] }, 'matches.0.text'],
    [{ cells: [{ line: 2, column: 'HOURS', text: 'x' }] }, 'cells.0.column'],
    [{ cells: [{ line: 2, column: 'NAME', text: 'x'.repeat(501) }] }, 'cells.0.text'],
    [{ cells: Array(101).fill({ line: 2, column: 'NAME', text: 'x' }) }, 'cells'],
  ])('refuses a change of how it is read, naming the field: %#', async (change, field) => {
    const id = await office.preview('Name,Email\nAna,ana@example.org\n')
    const answer = await office.caller.ask(UPDATE, { input: { importId: id, ...change } })
    const refused = answer.errors?.[0]?.extensions['validationErrors'] as { field: string }[] | undefined
    expect(refused?.map((each) => each.field)).toContain(field)
  })

  it("is a manager's where it brings certifications or hours, and another organization's is nobody's", async () => {
    const admin = await importer(api, await api.build.member(organization, ['ADMIN']))
    const { body } = await admin.send('Email,Credential\na@b.org,x\n', 'x.csv', 'CERTIFICATIONS')
    expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', fact: 'imports.needs-manager' })
    const unknown = await office.send('Name,Email\nA,a@b.org\n', 'x.csv', 'SESSIONS')
    expect(codesIn(unknown.body)).toEqual(['BAD_INPUT'])
    const id = await office.preview('Name,Email\nAna,ana@example.org\n')
    const other = await api.as(await api.build.member(await api.build.organization(), ['MANAGER']))
    for (const wanted of [id, crypto.randomUUID()]) {
      expect(codesIn(await other.ask(MATCHING, { id: wanted }))).toEqual(['NOT_FOUND'])
      expect(codesIn(await other.ask(UPDATE, { input: { importId: wanted } }))).toEqual(['NOT_FOUND'])
      const input = { fromImportId: wanted, kind: 'CERTIFICATIONS' }
      const again = 'mutation ($input: CreateImportInput!) { createImport(input: $input) { import { id } } }'
      expect(codesIn(await other.ask(again, { input }))).toEqual(['NOT_FOUND'])
    }
  })
})
