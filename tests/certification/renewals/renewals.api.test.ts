import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { CertificationBuilders, CREDENTIAL } from '../../support/builders/certification-builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

interface Row {
  peer: { displayName: string }
  id: string
  status: string
  daysLeft: number | null
  reasons: { kind: string }[]
  unknowns: { kind: string; why: string | null }[]
  requirements: object[]
  credential: {
    abbreviation: string
    state: string
    provenance: { url: string; readOn: string; confidence: string }
  }
}
interface Listed {
  renewals: {
    totalCount: number
    edges: { cursor: string; node: Row }[]
    pageInfo: { hasNextPage: boolean; endCursor: string | null }
    facets: Record<string, unknown>
  }
}

const LIST = `query ($filter: RenewalsFilter, $sort: RenewalsSort, $first: Int! = 25, $after: String) {
  renewals(filter: $filter, sort: $sort, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    facets { dueWithin30 dueWithin60 dueWithin90 atRisk hoursUnknown verified unverified states { state count }
      credentials { id label count } teams { name count } hostAgencies { name count } statuses { status count } }
    edges { cursor node {
      peer { displayName } id status daysLeft unknowns { kind why }
      reasons { kind ... on ShortAtThisPaceReason { cycleEndsOn shortfall { requirement { kind } projectedShortBy } } }
      requirements { requirement { kind ... on MinimumRequirement { category } } kind
        ... on MeasuredRequirement { needed earned shortBy } ... on UnknownRequirement { why } }
      credential { abbreviation state provenance { url readOn confidence } }
    } }
  }
}`

describe('the renewals of an organization, on June 17, 2026', () => {
  let api: TestApi
  let manager: Caller
  let organization: BuiltOrganization
  let arrange: CertificationBuilders
  beforeAll(async () => {
    api = await TestApi.start()
    arrange = new CertificationBuilders(api.build)
    organization = await api.build.organization()
    manager = await api.as(await api.build.member(organization, ['MANAGER']))
    await arrangeFour()
  })
  afterAll(() => api.close())

  const named = async (displayName: string): Promise<Member> => {
    const peer = await api.build.peer(organization)
    await api.superuser.query('update membership set display_name = $1 where id = $2', [displayName, peer.id])
    return peer
  }
  async function arrangeFour(): Promise<void> {
    const [ana, ben, cleo, dee] = [
      await named('Ana Núñez'),
      await named('Ben'),
      await named('Cleo'),
      await named('Dee'),
    ]
    await arrange.certification(ana, CREDENTIAL.california, { expiresOn: '2026-08-31', number: 'CA-77' })
    await arrange.hours(ana, 8, ['law-and-ethics'])
    await arrange.certification(ben, CREDENTIAL.georgia, { issuedOn: '2024-01-01', expiresOn: '2026-12-31' })
    await arrange.hours(ben, 12, ['any'])
    await arrange.hours(ben, 40, ['any'], { heldOn: '2025-12-31' })
    await arrange.certification(cleo, CREDENTIAL.alaska, { expiresOn: '2026-03-01' })
    await arrange.certification(dee, CREDENTIAL.california, {
      issuedOn: '2024-07-10',
      expiresOn: '2026-07-10',
    })
    await arrange.hours(dee, 14, ['any'])
    await arrange.hours(dee, 6, ['law-and-ethics'])
  }
  const list = async (variables: object = {}) => (await manager.data<Listed>(LIST, { ...variables })).renewals
  const names = async (variables: object = {}) =>
    (await list(variables)).edges.map(({ node }) => node.peer.displayName)
  const rowOf = async (name: string): Promise<Row> => {
    const edge = (await list()).edges.find(({ node }) => node.peer.displayName === name)
    if (!edge) throw new Error(`${name} is not listed`)
    return edge.node
  }

  it('says that 8 of 20 hours in California, 75 days before the end, are at risk, and of what', async () => {
    const ana = await rowOf('Ana Núñez')
    expect(ana).toMatchObject({ status: 'AT_RISK', daysLeft: 75, unknowns: [] })
    expect(ana.reasons[0]).toMatchObject({
      kind: 'SHORT_AT_THIS_PACE',
      cycleEndsOn: '2026-08-31',
      shortfall: { requirement: { kind: 'TOTAL' } },
    })
    expect(ana.requirements).toMatchObject([
      { kind: 'MEASURED', requirement: { kind: 'TOTAL' }, needed: 20, earned: 8, shortBy: 12 },
      { requirement: { category: 'LAW_AND_ETHICS' }, needed: 6, earned: 6, shortBy: 0 },
    ])
    expect(ana.credential).toMatchObject({ abbreviation: 'CMPSS', state: 'CA' })
    expect(ana.credential.provenance.url).toMatch(/^https:/)
  })

  it('counts in Georgia only the hours of this calendar year', async () => {
    const ben = await rowOf('Ben')
    expect(ben.status).toBe('CURRENT')
    expect(ben.requirements[0]).toMatchObject({ needed: 12, earned: 12, shortBy: 0 })
  })

  it('lets the printed expiry decide where no rule was read, and says that the hours are unknown', async () => {
    const cleo = await rowOf('Cleo')
    expect(cleo.status).toBe('LAPSED')
    expect(cleo.requirements[0]).toEqual({
      kind: 'UNKNOWN',
      requirement: { kind: 'TOTAL' },
      why: 'TOTAL_NOT_READ',
    })
    expect(cleo.unknowns).toContainEqual({ kind: 'HOURS', why: 'TOTAL_NOT_READ' })
    expect(cleo.unknowns).toContainEqual({ kind: 'LATE_RULE', why: null })
  })

  it('lists the weightiest status first, and sorts as asked', async () => {
    expect(await names()).toEqual(['Cleo', 'Ana Núñez', 'Dee', 'Ben'])
    expect(await names({ sort: { by: 'NAME' } })).toEqual(['Ana Núñez', 'Ben', 'Cleo', 'Dee'])
    expect(await names({ sort: { by: 'EXPIRY', descending: true } })).toEqual([
      'Ben',
      'Ana Núñez',
      'Dee',
      'Cleo',
    ])
    expect(await names({ sort: { by: 'CREDENTIAL' } })).toEqual(['Cleo', 'Dee', 'Ana Núñez', 'Ben'])
  })

  it.each([
    [{ dueWithinDays: 30 }, ['Dee']],
    [{ dueWithinDays: 90 }, ['Ana Núñez', 'Dee']],
    [{ state: 'GA' }, ['Ben']],
    [{ state: ['GA', 'AK'] }, ['Cleo', 'Ben']],
    [{ status: 'LAPSED' }, ['Cleo']],
    [{ status: ['CURRENT', 'RENEWAL_OPEN'] }, ['Dee', 'Ben']],
    [{ status: [] }, ['Cleo', 'Ana Núñez', 'Dee', 'Ben']],
    [{ credential: [CREDENTIAL.georgia] }, ['Ben']],
    [{ hoursUnknown: true }, ['Cleo']],
    [{ verified: true }, []],
    [{ hoursUnknown: false, state: ['AK', 'GA'] }, ['Ben']],
    [{ teamId: '00000000-0000-4000-8000-000000000000' }, []],
    [{ atRisk: true }, ['Ana Núñez']],
    [{ search: ' NUNEZ ' }, ['Ana Núñez']],
    [{ search: 'ca-77' }, ['Ana Núñez']],
    [{ dueWithinDays: 90, atRisk: true, state: 'GA' }, []],
  ])('filters by %o', async (filter, expected) => {
    expect(await names({ filter })).toEqual(expected)
  })

  it('counts what each further choice would show', async () => {
    expect((await list()).facets).toEqual({
      dueWithin30: 1,
      dueWithin60: 1,
      dueWithin90: 2,
      atRisk: 1,
      hoursUnknown: 1,
      verified: 0,
      unverified: 4,
      credentials: [
        { id: CREDENTIAL.alaska, label: 'AK PSP', count: 1 },
        { id: CREDENTIAL.california, label: 'CA CMPSS', count: 2 },
        { id: CREDENTIAL.georgia, label: 'GA CPS-AD', count: 1 },
      ],
      teams: [],
      hostAgencies: [],
      states: [
        { state: 'AK', count: 1 },
        { state: 'CA', count: 2 },
        { state: 'GA', count: 1 },
      ],
      statuses: [
        { status: 'LAPSED', count: 1 },
        { status: 'AT_RISK', count: 1 },
        { status: 'RENEWAL_OPEN', count: 1 },
        { status: 'CURRENT', count: 1 },
      ],
    })
    expect((await list({ filter: { state: 'GA' } })).facets).toMatchObject({ dueWithin90: 0, atRisk: 0 })
  })

  it('pages without a gap or a repetition, also when a row before the cursor has gone', async () => {
    const first = await list({ first: 2 })
    expect(first).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true } })
    const after = first.pageInfo.endCursor
    expect(await names({ first: 2, after })).toEqual(['Dee', 'Ben'])
    // The last row of the first page no longer fits the filter; its place in the order stays.
    expect(await names({ first: 2, after, filter: { search: 'e' } })).toEqual(['Dee', 'Ben'])
  })

  it.each([
    [{ first: 0 }, 'first', 'too-small'],
    [{ first: 101 }, 'first', 'too-large'],
    [{ after: 'nonsense' }, 'after', 'not-an-option'],
    [{ after: Buffer.from('[1,2]').toString('base64url') }, 'after', 'not-an-option'],
    [{ filter: { dueWithinDays: 45 } }, 'filter.dueWithinDays', 'not-an-option'],
    [{ filter: { state: ['GA', 'Ohio'] } }, 'filter.state', 'not-an-option'],
    [{ filter: { state: Array.from({ length: 61 }, () => 'GA') } }, 'filter.state', 'too-many'],
    [{ filter: { status: Array.from({ length: 61 }, () => 'CURRENT') } }, 'filter.status', 'too-many'],
    [{ filter: { credential: ['x'.repeat(61)] } }, 'filter.credential', 'not-an-option'],
    [{ filter: { search: 'x'.repeat(101) } }, 'filter.search', 'too-long'],
  ])('refuses %o', async (variables, field, problem) => {
    const { errors } = await manager.ask(LIST, variables)
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_INPUT',
      validationErrors: [{ field, problem }],
    })
  })

  it('shows a recorded status above the dates', async () => {
    const peer = await named('Zoe')
    const id = await arrange.certification(peer, CREDENTIAL.california, { expiresOn: '2027-01-31' })
    await arrange.status(peer, id, 'SUSPENDED')
    const { status, reasons } = await rowOf('Zoe')
    expect([status, reasons[0]?.kind]).toEqual(['SUSPENDED', 'STATUS_RECORDED'])
  })
})
