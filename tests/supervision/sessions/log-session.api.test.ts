import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast } from '../../support/builders/builders.ts'
import { LOG_AND_READ_SESSION, sessionInput } from '../../support/builders/supervision-builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

// A supervisor logs a session that has just ended; whatever is wrong with it is said, and nothing is half-kept.

type Logged = { logSupervisionSession: { replayed: boolean; session: { id: string } } }

describe('logging a session', () => {
  let api: TestApi
  let people: Awaited<ReturnType<typeof cast>>
  let supportive: Caller
  beforeAll(async () => {
    api = await TestApi.start()
    people = await cast(api.build)
    supportive = await api.as(people.actors.supportive)
  })
  afterAll(() => api.close())

  const log = (caller: Caller, input: Record<string, unknown>) =>
    caller.ask<Logged>(LOG_AND_READ_SESSION, { input })
  const kept = async (): Promise<Record<string, number>> => {
    const counts: Record<string, number> = {}
    for (const table of [
      'supervision_session',
      'session_submission',
      'session_attendance',
      'session_segment',
      'supportive_note',
    ]) {
      const { rows } = await api.superuser.query<{ count: number }>(
        `select count(*)::integer as count from ${table}`,
      )
      counts[table] = rows[0]?.count ?? -1
    }
    return counts
  }
  const segment = (over: Record<string, unknown> = {}) => ({
    type: 'SUPPORTIVE',
    minutes: 45,
    activities: [],
    ...over,
  })

  it('keeps it, and the peer finds every word of it among their own', async () => {
    const { peer } = people.actors
    const answer = await log(supportive, sessionInput([peer]))
    expect(answer.errors).toBeUndefined()
    const { mySessions } = await (
      await api.as(peer)
    ).data<{ mySessions: unknown }>(`{ mySessions { totalCount edges { node {
      id heldOn minutes format modality observed supervisor { id } attendees { peer { id } minutes }
      segments { type minutes notes { aboutGroup activities note } } } } } }`)
    expect(mySessions).toEqual({
      totalCount: 1,
      edges: [
        {
          node: {
            id: answer.data?.logSupervisionSession.session.id,
            heldOn: '2026-06-17',
            minutes: 45,
            format: 'INDIVIDUAL',
            modality: 'VIDEO',
            observed: false,
            supervisor: { id: people.actors.supportive.id },
            attendees: [{ peer: { id: peer.id }, minutes: 45 }],
            segments: [
              {
                type: 'SUPPORTIVE',
                minutes: 45,
                notes: [{ aboutGroup: false, activities: ['SELF_CARE'], note: 'We spoke about rest.' }],
              },
            ],
          },
        },
      ],
    })
  })

  it('keeps several types in one session, each with its own part and note', async () => {
    const { peer, educational } = people.actors
    await api.build.relationship(educational, peer, 'ADMINISTRATIVE')
    const answer = await log(
      await api.as(educational),
      sessionInput([peer], {
        minutes: 60,
        segments: [
          { type: 'ADMINISTRATIVE', minutes: 20, activities: ['PLANNING_TIME'], note: 'Next month.' },
          { type: 'EDUCATIONAL', minutes: 40, activities: ['PROFESSIONAL_GROWTH'], note: null },
        ],
      }),
    )
    expect(answer.errors).toBeUndefined()
    const { rows } = await api.superuser.query('select type, activities, note from educational_note')
    expect(rows).toEqual([{ type: 'EDUCATIONAL', activities: ['PROFESSIONAL_GROWTH'], note: null }])
  })

  const wrong: [string, (input: Record<string, unknown>) => Record<string, unknown>, unknown[]][] = [
    [
      'a day to come',
      (input) => ({ ...input, heldOn: '2026-06-18' }),
      [{ field: 'heldOn', problem: 'in-the-future', limit: '2026-06-17' }],
    ],
    [
      'a day too long ago',
      (input) => ({ ...input, heldOn: '2025-01-01' }),
      [{ field: 'heldOn', problem: 'too-long-ago', limit: '2025-06-17' }],
    ],
    [
      'no minutes',
      (input) => ({ ...input, minutes: 0 }),
      [
        { field: 'minutes', problem: 'too-small', limit: 1 },
        { field: 'segments', problem: 'does-not-add-up', limit: 0 },
      ],
    ],
    [
      'more than ten hours',
      (input) => ({ ...input, minutes: 601, segments: [segment({ minutes: 601 })] }),
      [
        { field: 'minutes', problem: 'too-large', limit: 600 },
        { field: 'segments.0.minutes', problem: 'too-large', limit: 600 },
      ],
    ],
    [
      'segments that do not add up',
      (input) => ({ ...input, segments: [segment({ minutes: 44 })] }),
      [{ field: 'segments', problem: 'does-not-add-up', limit: 45 }],
    ],
    [
      'a type twice',
      (input) => ({ ...input, segments: [segment({ minutes: 20 }), segment({ minutes: 25 })] }),
      [{ field: 'segments.1.type', problem: 'repeated' }],
    ],
    [
      'no segment',
      (input) => ({ ...input, segments: [] }),
      [{ field: 'segments', problem: 'too-few', limit: 1 }],
    ],
    [
      "another type's activity",
      (input) => ({ ...input, segments: [segment({ activities: ['PLANNING_TIME'] })] }),
      [{ field: 'segments.0.activities', problem: 'not-an-option' }],
    ],
    [
      'a note too long',
      (input) => ({ ...input, segments: [segment({ note: 'x'.repeat(4001) })] }),
      [{ field: 'segments.0.note', problem: 'too-long', limit: 4000 }],
    ],
    [
      'nobody',
      (input) => ({ ...input, attendees: [] }),
      [{ field: 'attendees', problem: 'too-few', limit: 1 }],
    ],
    [
      '31 peers',
      (input) => ({
        ...input,
        format: 'GROUP',
        attendees: Array.from({ length: 31 }, () => ({ peerId: randomUUID() })),
      }),
      [{ field: 'attendees', problem: 'too-many', limit: 30 }],
    ],
    [
      'more time for one than for all',
      (input) => ({ ...input, attendees: [{ ...(input['attendees'] as object[])[0], minutes: 46 }] }),
      [{ field: 'attendees.0.minutes', problem: 'too-large', limit: 45 }],
    ],
    [
      'a single note where there is one peer',
      (input) => ({ ...input, segments: [segment({ peerNotes: [{ peerId: randomUUID(), note: 'x' }] })] }),
      [{ field: 'segments.0.peerNotes', problem: 'too-many', limit: 0 }],
    ],
  ]
  it.each(wrong)(
    'refuses %s, by field and limit, and keeps nothing',
    async (_what, spoil, validationErrors) => {
      const before = await kept()
      const { data, errors } = await log(supportive, spoil(sessionInput([people.actors.peer])))
      const told = errors?.[0]?.extensions.validationErrors?.filter(
        ({ problem }) => problem !== 'not-in-caseload',
      )
      expect([data ?? null, errors?.[0]?.extensions.code, told]).toEqual([
        null,
        'BAD_INPUT',
        validationErrors,
      ])
      expect(await kept()).toEqual(before)
    },
  )

  it.each(['heldOn', 'format', 'modality', 'minutes', 'idempotencyKey'])(
    'names %s when it is of no known form',
    async (field) => {
      const { errors } = await log(supportive, sessionInput([people.actors.peer], { [field]: 'nonsense' }))
      expect(errors?.[0]?.message).toContain(`input.${field}`)
    },
  )

  it('answers alike for peers of colleagues, of another organization and unknown ones', async () => {
    const before = await kept()
    const answers = []
    for (const id of [
      people.actors.colleague.id,
      people.actors.stranger.id,
      randomUUID(),
      people.actors.manager.id,
    ]) {
      answers.push(await log(supportive, sessionInput([{ id }])))
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]?.errors?.[0]?.extensions.validationErrors).toEqual([
      { field: 'attendees.0.peerId', problem: 'not-in-caseload' },
    ])
    expect(await kept()).toEqual(before)
  })

  it('asks for a relationship of every type in the session, for every peer in it', async () => {
    const { peer, colleague, supportive: holder } = people.actors
    await api.build.relationship(holder, colleague, 'EDUCATIONAL')
    const both = await log(supportive, sessionInput([peer, colleague]))
    expect(both.errors?.[0]?.extensions.validationErrors).toEqual([
      { field: 'attendees.1.peerId', problem: 'not-in-caseload' },
    ])
    const other = await log(
      supportive,
      sessionInput([peer], { segments: [segment({ type: 'ADMINISTRATIVE' })] }),
    )
    expect(other.errors?.[0]?.extensions.validationErrors).toEqual([
      { field: 'attendees.0.peerId', problem: 'not-in-caseload' },
    ])
  })

  it('reaches no day before the relationship began', async () => {
    const newcomer = await api.build.peer(people.organization)
    await api.build.relationship(people.actors.supportive, newcomer, 'SUPPORTIVE', { startsOn: '2026-06-10' })
    const { errors } = await log(supportive, sessionInput([newcomer], { heldOn: '2026-06-09' }))
    expect(errors?.[0]?.extensions.validationErrors).toEqual([
      { field: 'heldOn', problem: 'before-its-start', limit: '2026-06-10' },
    ])
    expect((await log(supportive, sessionInput([newcomer], { heldOn: '2026-06-10' }))).errors).toBeUndefined()
  })
})
