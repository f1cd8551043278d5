import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cast, type Member } from '../../support/builders/builders.ts'
import { TestApi } from '../../support/test-api.ts'

// From worksheets that nobody else reads to a version that all three sides have accepted.

const ROLE = `placementId mySide answersInName canPropose isParticipationOrdered
  inForce { id version inForceFrom lines { activity answer doneBy } acceptances { side onBehalfOf person { id } } }
  next { id version acceptances { side } } earlier { version }`
const OF = `query ($placementId: UUID!) { placementRole(placementId: $placementId) { ${ROLE} } }`
const COMPARE = `query ($placementId: UUID!) { roleComparison(placementId: $placementId) {
  worksheets { side isMine person { id } answers { activity isPartOfRole } } differenceCount
  activities { activity differsIn shared } sharedLines { activity answer doneBy } } }`
const ANSWER = `mutation ($input: SetRoleAnswerInput!) { setRoleAnswer(input: $input) {
  worksheet { side answers { activity isPartOfRole betterSuited } } } }`
const HAND_IN = `mutation ($input: SubmitRoleWorksheetInput!) { submitRoleWorksheet(input: $input) {
  worksheet { side handedInAt onBehalfOf } } }`
const PROPOSE = `mutation ($input: ProposeRoleAgreementInput!) { proposeRoleAgreement(input: $input) { role { ${ROLE} } } }`
const ACCEPT = `mutation ($input: AcceptRoleAgreementInput!) { acceptRoleAgreement(input: $input) { role { ${ROLE} } } }`
const WITHDRAW = `mutation ($input: WithdrawRoleAgreementInput!) { withdrawRoleAgreement(input: $input) { role { ${ROLE} } } }`
const ORDERED = `mutation ($input: SetParticipationInput!) { setParticipation(input: $input) { role { isParticipationOrdered } } }`

interface Role {
  mySide: string | null
  inForce: {
    id: string
    version: number
    inForceFrom: string
    acceptances: { side: string; onBehalfOf: string | null }[]
  } | null
  next: { id: string; version: number } | null
  earlier: { version: number }[]
}

describe('a role agreement', () => {
  let api: TestApi
  let people: Awaited<ReturnType<typeof cast>>
  let placementId: string
  beforeAll(async () => {
    api = await TestApi.start()
  })
  beforeEach(async () => {
    people = await cast(api.build)
    const { rows } = await api.superuser.query<{ id: string }>(
      'select id from placement where peer_id = $1',
      [people.actors.peer.id],
    )
    placementId = rows[0]?.id ?? ''
  })
  afterAll(() => api.close())

  const ask = async <Data = Record<string, never>>(as: Member, text: string, input: object) =>
    (await api.as(as)).ask<Data>(text, { input: { placementId, ...input } })
  const code = (answer: { errors?: { extensions: { code: string; fact?: string } }[] }) =>
    answer.errors?.[0]?.extensions.code
  const problems = (answer: { errors?: { extensions: { validationErrors?: object[] } }[] }) =>
    answer.errors?.[0]?.extensions.validationErrors
  const answer = (as: Member, activity: string, isPartOfRole: boolean, over: object = {}) =>
    ask(as, ANSWER, { activity, isPartOfRole, ...over })
  const handIn = (as: Member, onBehalfOf?: string) => ask(as, HAND_IN, onBehalfOf ? { onBehalfOf } : {})
  const compare = async (as: Member) =>
    (
      await (
        await api.as(as)
      ).ask<{
        roleComparison: {
          worksheets: { side: string; isMine: boolean }[]
          differenceCount: number
          sharedLines: { activity: string }[]
        }
      }>(COMPARE, { placementId })
    ).data?.roleComparison
  const role = async (as: Member): Promise<Role> =>
    (await (await api.as(as)).data<{ placementRole: Role }>(OF, { placementId })).placementRole
  const propose = (as: Member, startsOn = '2026-06-17', over: object = {}) =>
    ask<{ proposeRoleAgreement: { role: Role } }>(as, PROPOSE, {
      startsOn,
      lines: [
        { activity: 'SOCIALIZING', answer: 'PART_OF_ROLE' },
        { activity: 'DRIVING_TO_APPOINTMENTS', answer: 'OUTSIDE_ROLE', doneBy: 'Case manager' },
      ],
      ...over,
    })
  const accept = async (as: Member, onBehalfOf?: string) =>
    (await api.as(as)).ask<{ acceptRoleAgreement: { role: Role } }>(ACCEPT, {
      input: {
        agreementId: (await role(people.actors.peer)).next?.id,
        ...(onBehalfOf ? { onBehalfOf } : {}),
      },
    })

  it('T1: keeps the answers of each until both have handed theirs in, and then compares them', async () => {
    const { peer, educational, administrative, manager } = people.actors
    await answer(peer, 'GIVING_DRUG_TEST', false)
    await answer(educational, 'GIVING_DRUG_TEST', true)
    await handIn(peer)
    expect((await compare(educational))?.worksheets).toHaveLength(1)
    expect((await compare(peer))?.worksheets).toHaveLength(1)
    await handIn(educational)
    expect((await compare(peer))?.worksheets.map(({ side }) => side)).toEqual(['PEER', 'SUPERVISOR'])
    expect(await compare(educational)).toMatchObject({ differenceCount: 1, sharedLines: [] })

    await answer(administrative, 'GIVING_DRUG_TEST', true)
    await handIn(administrative)
    expect((await compare(administrative))?.worksheets.map(({ side }) => side)).toEqual([
      'PEER',
      'SUPERVISOR',
      'HOST_AGENCY',
    ])
    await answer(manager, 'GIVING_DRUG_TEST', true)
    await handIn(manager, 'Lt. Ames')
    expect(await compare(manager)).toMatchObject({ worksheets: [{ side: 'HOST_AGENCY', isMine: true }] })
    expect((await compare(peer))?.worksheets).toHaveLength(4)
  })

  it('lets agency staff answer for the agency alone, and nobody without a side', async () => {
    const { administrative, colleague, stranger, auditor, admin } = people.actors
    const { data } = await answer(administrative, 'SOCIALIZING', true)
    expect(data).toMatchObject({ setRoleAnswer: { worksheet: { side: 'HOST_AGENCY' } } })
    for (const other of [colleague, stranger])
      expect(code(await answer(other, 'SOCIALIZING', true))).toBe('NOT_FOUND')
    for (const other of [auditor, admin])
      expect(code(await answer(other, 'SOCIALIZING', true))).toBe('FORBIDDEN')
    const elsewhere = await api.build.hostAgency(people.organization)
    const guard = await api.build.member(people.organization, ['SUPERVISOR'], { hostAgencyId: elsewhere })
    await api.build.relationship(guard, people.actors.peer, 'ADMINISTRATIVE')
    expect(code(await answer(guard, 'SOCIALIZING', true))).toBe('NOT_FOUND')
  })

  it('saves each answer as it is given, and changes it when it is given again', async () => {
    const { peer } = people.actors
    await answer(peer, 'DRIVING_TO_APPOINTMENTS', true)
    const again = await answer(peer, 'DRIVING_TO_APPOINTMENTS', false, {
      ...{ isBetterSuited: true, betterSuited: '  Case   manager ' },
    })
    expect(again.data).toMatchObject({
      setRoleAnswer: {
        worksheet: { answers: [{ isPartOfRole: false, betterSuited: 'Case manager' }] },
      },
    })
    expect(problems(await answer(peer, 'NO_SUCH', true))).toEqual([
      { field: 'activity', problem: 'not-an-option' },
    ])
    expect(problems(await handIn(people.actors.supportive))).toEqual([
      { field: 'answers', problem: 'required' },
    ])
    expect(problems(await handIn(people.actors.manager))).toEqual([
      { field: 'onBehalfOf', problem: 'required' },
    ])
  })

  it('is in force once the peer, a supervisor and the agency have accepted, and by nobody for two', async () => {
    const { peer, educational, supportive, manager } = people.actors
    expect((await propose(educational)).errors).toBeUndefined()
    expect((await role(peer)).inForce).toBeNull()
    await accept(supportive)
    await accept(peer)
    expect((await role(peer)).inForce).toBeNull()
    expect(problems(await accept(manager))).toEqual([{ field: 'onBehalfOf', problem: 'required' }])
    const { data } = await accept(manager, 'Lt. Ames')
    expect(data?.acceptRoleAgreement.role.inForce).toMatchObject({
      version: 1,
      inForceFrom: '2026-06-17',
      acceptances: [
        { side: 'PEER' },
        { side: 'HOST_AGENCY', onBehalfOf: 'Lt. Ames' },
        { side: 'SUPERVISOR' },
      ],
    })
    expect((await role(people.actors.auditor)).inForce?.version).toBe(1)
  })

  it('refuses a version that overlaps, a second one at a time, and what is outside the placement', async () => {
    const { peer, educational, administrative } = people.actors
    await propose(peer, '2026-07-01')
    expect(code(await propose(educational))).toBe('CONFLICT')
    await accept(educational)
    await accept(administrative)
    expect(problems(await propose(peer, '2026-07-01'))).toEqual([
      { field: 'startsOn', problem: 'overlaps', limit: '2026-07-02' },
    ])
    expect((await role(peer)).inForce).toBeNull()
    expect((await propose(peer, '2026-07-02')).errors).toBeUndefined()
    expect(problems(await propose(peer, '2026-06-16'))).toMatchObject([{ field: 'startsOn' }])
    // The database holds it too: an agreed version is never moved under another.
    await expect(
      api.superuser.query(
        `update role_agreement set in_force_from = '2026-07-01', starts_on = '2026-07-01'
          where placement_id = $1 and in_force_from is null`,
        [placementId],
      ),
    ).rejects.toMatchObject({ constraint: 'role_agreement_overlaps' })
  })

  it('is withdrawn only while it waits, and is never proposed by the agency or a manager', async () => {
    const { peer, educational, administrative, manager, colleague } = people.actors
    expect(code(await propose(administrative))).toBe('NOT_FOUND')
    expect(code(await propose(manager))).toBe('FORBIDDEN')
    expect(code(await propose(colleague))).toBe('NOT_FOUND')
    await propose(educational)
    const id = (await role(peer)).next?.id
    const withdraw = async (as: Member) => (await api.as(as)).ask(WITHDRAW, { input: { agreementId: id } })
    expect(code(await withdraw(administrative))).toBe('NOT_FOUND')
    expect((await withdraw(peer)).errors).toBeUndefined()
    expect((await role(peer)).next).toBeNull()
    const late = await (await api.as(educational)).ask(ACCEPT, { input: { agreementId: id } })
    expect(late.errors).toBeUndefined()
    expect(code(await (await api.as(administrative)).ask(ACCEPT, { input: { agreementId: id } }))).toBe(
      'CONFLICT',
    )
    expect(code(await withdraw(peer))).toBe('CONFLICT')
  })

  const told = async (kind: string): Promise<string[]> => {
    const { rows } = await api.superuser.query<{ recipient_id: string }>(
      'select recipient_id from notification where subject_id = $1 and kind = $2',
      [placementId, `ROLE_AGREEMENT_${kind}`],
    )
    return rows.map(({ recipient_id }) => recipient_id).sort()
  }
  const idsOf = (...members: Member[]) => members.map(({ id }) => id).sort()

  it('T2: tells every side but whoever acts, once, and nobody without a side', async () => {
    const { peer, administrative, educational, supportive } = people.actors
    const elsewhere = await api.build.hostAgency(people.organization)
    const guard = await api.build.member(people.organization, ['SUPERVISOR'], { hostAgencyId: elsewhere })
    await api.build.relationship(guard, peer, 'ADMINISTRATIVE')
    await propose(educational)
    expect(await told('PROPOSED')).toEqual(idsOf(peer, administrative, supportive))
    expect(await told('ACCEPTED')).toEqual([])
    await accept(peer)
    await accept(peer)
    expect(await told('ACCEPTED')).toEqual(idsOf(administrative, educational, supportive))
    await accept(administrative, undefined)
    expect(await told('ACCEPTED')).toEqual(
      idsOf(administrative, educational, educational, supportive, supportive, peer),
    )
    expect((await role(peer)).inForce?.version).toBe(1)
    expect(await told('WITHDRAWN')).toEqual([])
  })

  it('tells of a proposal that is canceled, and managers only where nobody of the agency is there', async () => {
    const { peer, educational, supportive, administrative, manager } = people.actors
    await api.superuser.query(
      "update supervision_relationship set ends_on = '2026-06-16' where supervisor_id = $1",
      [administrative.id],
    )
    await propose(educational)
    expect(await told('PROPOSED')).toEqual(idsOf(peer, supportive, manager))
    await (
      await api.as(peer)
    ).ask(WITHDRAW, {
      input: { agreementId: (await role(peer)).next?.id },
    })
    expect(await told('WITHDRAWN')).toEqual(idsOf(educational, supportive, manager))
  })

  it('knows a placement where participants are ordered to take part, from the peer or a manager', async () => {
    const { peer, manager, supportive, colleague } = people.actors
    for (const [as, isOrdered] of [
      [peer, true],
      [manager, null],
    ] as const)
      expect(await ask(as, ORDERED, { isOrdered })).toMatchObject({
        data: {
          setParticipation: { role: { isParticipationOrdered: isOrdered } },
        },
      })
    expect(code(await ask(supportive, ORDERED, { isOrdered: true }))).toBe('FORBIDDEN')
    expect(code(await ask(colleague, ORDERED, { isOrdered: true }))).toBe('NOT_FOUND')
  })
})
