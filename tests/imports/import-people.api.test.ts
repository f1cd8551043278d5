import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../support/builders/builders.ts'
import {
  confirm,
  type Importer,
  importer,
  shownImport,
  shownRows,
  UNDO,
} from '../support/builders/import-builders.ts'
import { TestApi } from '../support/test-api.ts'

const HEADINGS = 'Name,Email,Roles,Job title,Host agency,Starts on,Full-time share,Team'

describe('a file of people', () => {
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
    await api.build.hostAgency(organization, { name: 'County Jail' })
    await api.build.insert('reporting_team', { organization_id: organization.id, name: 'Field team' })
    office = await importer(api, manager)
  })

  const count = async (table: string): Promise<number> => {
    const { rows } = await api.superuser.query<{ count: number }>(
      `select count(*)::int as count from ${table} where organization_id = $1`,
      [organization.id],
    )
    return rows[0]?.count ?? -1
  }

  it('is assessed line by line before anything is made, and then made whole', async () => {
    const id = await office.preview(
      `${HEADINGS}\nAna Núñez,ana@example.org,Peer,Recovery coach,county jail,03/15/2026,50%,field team\n` +
        'Ben,ben@example.org,Supervisor,,,,,\n',
    )
    expect(await shownImport(office.caller, id)).toMatchObject({
      state: 'PREVIEWED',
      newCount: 2,
      problemCount: 0,
      encoding: 'UTF_8',
    })
    expect(await count('membership')).toBe(1)
    expect(await confirm(office.caller, id)).toMatchObject({
      __typename: 'ImportConfirmed',
      replayed: false,
      import: { state: 'CONFIRMED', madeCount: 2 },
    })
    const { rows } = await api.superuser.query(
      `select m.display_name, m.roles, m.account_id, p.job_title, p.starts_on::text, p.full_time_share::float, t.name as team
         from membership m left join placement p on p.peer_id = m.id left join employment e on e.member_id = m.id
         left join reporting_team t on t.id = e.team_id where m.organization_id = $1 and m.account_id is null order by 1`,
      [organization.id],
    )
    expect(rows).toEqual([
      {
        display_name: 'Ana Núñez',
        roles: ['PEER'],
        account_id: null,
        job_title: 'RECOVERY_COACH',
        starts_on: '2026-03-15',
        full_time_share: 0.5,
        team: 'Field team',
      },
      expect.objectContaining({ display_name: 'Ben', roles: ['SUPERVISOR'], job_title: null, team: null }),
    ])
  })

  it('mails nobody unless that was wished; then every invitation waits for the mail', async () => {
    await confirm(office.caller, await office.preview('Name,Email\nAna,ana@example.org\n'))
    await confirm(office.caller, await office.preview('Name,Email\nBen,ben@example.org\n'), {
      sendInvitations: true,
    })
    const { rows } = await api.superuser.query(
      `select email, token_hash is null as waits, mail_wanted_at is not null as wanted from invitation
        where organization_id = $1 order by 1`,
      [organization.id],
    )
    expect(rows).toEqual([
      { email: 'ana@example.org', waits: false, wanted: false },
      { email: 'ben@example.org', waits: true, wanted: true },
    ])
  })

  it('says of each row what is wrong, in which column and on which line', async () => {
    const id = await office.preview(
      `${HEADINGS}\n,nobody@,Wizard,Astronaut,Moon Base,2026-02-31,3,Owls\n` +
        'Ana,ana@example.org,,,,,,\nAna again,ANA@example.org,,,,,,\nBen,ben@example.org,Peer,Recovery coach,,03/04/2026,,\n',
    )
    const rows = await shownRows(office.caller, id, ['PROBLEM'])
    expect(
      rows.map(({ line, problems }) => [line, problems.map(({ column, problem }) => `${column} ${problem}`)]),
    ).toEqual([
      [
        2,
        [
          'NAME required',
          'EMAIL not-an-address',
          'ROLES not-a-role',
          'TEAM not-found',
          'FULL_TIME_SHARE not-a-share',
          'JOB_TITLE not-a-job-title',
          'HOST_AGENCY not-found',
          'STARTS_ON not-a-date',
        ],
      ],
      [4, ['EMAIL repeated']],
      [5, ['HOST_AGENCY needs-the-rest', 'STARTS_ON ambiguous-date']],
    ])
    expect(rows[1]?.problems[0]?.otherLine).toBe(3)
  })

  it('makes nobody while a row has problems, unless it was said to leave those out', async () => {
    const id = await office.preview('Name,Email\nAna,ana@example.org\nBen,ben@\n')
    expect(await confirm(office.caller, id)).toMatchObject({
      __typename: 'ImportStopped',
      import: { problemCount: 1 },
    })
    expect(await count('membership')).toBe(1)
    expect(await confirm(office.caller, id, { leaveOutProblems: true })).toMatchObject({
      import: { madeCount: 1 },
    })
    expect((await shownRows(office.caller, id)).map(({ result }) => result)).toEqual(['MADE', 'LEFT_OUT'])
    expect(await count('membership')).toBe(2)
  })

  it('assesses again when it is confirmed: what came meanwhile is seen', async () => {
    const [first, second] = [
      await office.preview('Name,Email\nAna,ana@example.org\n'),
      await office.preview(`${HEADINGS}\nAna,ana@example.org,,,,,,\nBen,ben@example.org,,,,,,Field team\n`),
    ]
    await confirm(office.caller, first)
    await api.superuser.query('update reporting_team set archived_at = now() where organization_id = $1', [
      organization.id,
    ])
    expect(await confirm(office.caller, second)).toMatchObject({
      __typename: 'ImportStopped',
      import: { problemCount: 1 },
    })
    expect((await shownRows(office.caller, second)).map(({ result }) => result)).toEqual([
      'PRESENT',
      'PROBLEM',
    ])
  })

  it('finds everybody there when the same file comes again, joined or not', async () => {
    const member = await api.build.peer(organization)
    const file = `Name,Email\nAna,ana@example.org\nJoined,${member.email.toUpperCase()}\n`
    await confirm(office.caller, await office.preview(file))
    const again = await office.preview(file)
    expect(await shownImport(office.caller, again)).toMatchObject({ newCount: 0, presentCount: 2 })
    expect(await confirm(office.caller, again)).toMatchObject({ import: { madeCount: 0 } })
    expect(await count('membership')).toBe(3)
  })

  it('makes nothing twice, however often and however quickly it is confirmed', async () => {
    const id = await office.preview('Name,Email\nAna,ana@example.org\n')
    const idempotencyKey = crypto.randomUUID()
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => confirm(office.caller, id, { idempotencyKey })),
    )
    expect(answers.filter(({ replayed }) => replayed === false)).toHaveLength(1)
    expect(await count('membership')).toBe(2)
    await expect(confirm(office.caller, id)).rejects.toThrow('imports.confirmed-already')
  })

  it('lets two files with the same person through only once at the same moment', async () => {
    const ids = [
      await office.preview('Name,Email\nAna,ana@example.org\n'),
      await office.preview('Name,Email\nAna B,ana@example.org\n'),
    ]
    await Promise.all(ids.map((id) => confirm(office.caller, id)))
    expect(await count('membership')).toBe(2)
  })

  it('is taken back for a day: whoever joined or has other records stays, with the reason', async () => {
    const id = await office.preview(
      `${HEADINGS}\nAna,ana@example.org,,Recovery coach,County Jail,2026-03-15,,Field team\n` +
        'Ben,ben@example.org,,,,,,\nCleo,cleo@example.org,,Recovery coach,County Jail,2026-03-15,,\n',
    )
    await confirm(office.caller, id)
    const [, ben, cleo] = await shownMembers(id)
    const account = await api.build.peer(await api.build.organization())
    await api.superuser.query('update membership set account_id = $1 where id = $2', [account.accountId, ben])
    await api.build.insert('certification', {
      organization_id: organization.id,
      peer_id: cleo,
      credential_id: 'us-oh-cprs',
      issued_on: '2026-01-01',
      recorded_by: manager.id,
      recorded_at: api.now,
    })
    const { undoImport } = await office.caller.data<{ undoImport: unknown }>(UNDO, { id })
    expect(undoImport).toEqual({ import: { state: 'UNDONE', removedCount: 1 } })
    const rows = await shownRows(office.caller, id)
    expect(rows.map(({ result, keptBecause }) => [result, keptBecause])).toEqual([
      ['REMOVED', null],
      ['KEPT', 'JOINED'],
      ['KEPT', 'HAS_RECORDS'],
    ])
    expect([await count('placement'), await count('employment'), await count('invitation')]).toEqual([
      1, 0, 2,
    ])
    // Again, it changes nothing and says the same.
    expect((await office.caller.data<{ undoImport: unknown }>(UNDO, { id })).undoImport).toEqual(undoImport)
  })

  const shownMembers = async (id: string): Promise<string[]> => {
    const { rows } = await api.superuser.query<{ membership_id: string }>(
      'select membership_id from import_row where batch_id = $1 order by line',
      [id],
    )
    return rows.map((row) => row.membership_id)
  }
})
