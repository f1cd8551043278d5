import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { installPlugins, pinia } from '../../../web/src/app/plugins.ts'
import { useSession } from '../../../web/src/app/session/session.store.ts'
import { i18n } from '../../../web/src/app/i18n/words.ts'
import AddHoursDialog from '../../../web/src/certification/recording/AddHoursDialog.vue'
import PeerChecklist from '../../../web/src/certification/recording/PeerChecklist.vue'
import { useRenewalWords } from '../../../web/src/certification/renewals/renewal-words.ts'
import type { Reason } from '../../../web/src/certification/status/reason-words.ts'
import { ETHICS, outlook, work } from '../../support/certification-figures.ts'
import { TODAY } from '../../support/fixed-today.ts'
import '../../app/mount.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  i18n.global.locale.value = 'en'
  document.body.innerHTML = ''
})

function shown(component: Parameters<typeof mount>[0], props: Record<string, unknown> = {}) {
  return mount(component, { props, attachTo: document.body, global: { plugins: [installPlugins] } })
}

function wordsOf<Answer>(ask: (words: ReturnType<typeof useRenewalWords>) => Answer): Answer {
  let answer: Answer | undefined
  shown({ template: '<p />', setup: () => void (answer = ask(useRenewalWords())) })
  return answer as Answer
}

const short = (of: Parameters<typeof outlook>[0]): Reason => ({
  __typename: 'ShortAtThisPaceReason',
  kind: 'SHORT_AT_THIS_PACE',
  cycleEndsOn: '2026-08-31',
  shortfall: outlook(of),
})
const expired = (late: Extract<Reason, { late: unknown }>['late'], untilOn: string | null): Reason => ({
  __typename: 'ExpiredReason',
  kind: 'EXPIRED',
  expiredOn: '2026-03-01',
  late,
  untilOn,
})
const GRACE = { status: 'GRACE' as const, feeUsd: null, again: [], owesMissedYears: false }

describe('the words of a renewal', () => {
  it.each<[Reason, string]>([
    [expired(null, null), 'Expired Mar 1, 2026.'],
    [
      expired(GRACE, '2026-05-30'),
      'Expired Mar 1, 2026. The board accepts late renewals until May 30, 2026.',
    ],
    [short({ requirement: ETHICS, openNow: 2 }), 'Ethics: 2 h short, due Aug 31, 2026.'],
    [short({ requirement: work('SERVICE'), openNow: 12 }), 'Short 12 h of service, due Aug 31, 2026.'],
    [
      short({ requirement: work('SUPERVISION'), unit: 'SESSIONS', missed: 2, dueBy: '2026-06-30' }),
      'Short for a period that has ended: 2 sessions of supervision.',
    ],
    [{ __typename: 'InForceReason', kind: 'IN_FORCE', expiresOn: null }, 'Never expires.'],
    [{ __typename: 'EndNotKnownReason', kind: 'END_NOT_KNOWN', endsOn: null }, 'Expiration date not known.'],
    [
      {
        __typename: 'EndedByRuleReason',
        kind: 'ENDED_BY_RULE',
        endedOn: '2026-03-01',
        late: null,
        untilOn: null,
      },
      "By the board's rules it expired Mar 1, 2026. Not confirmed: no expiration date is on file.",
    ],
  ])('say %o in a sentence', (of, sentence) => {
    expect(wordsOf((words) => words.reason(of))).toBe(sentence)
  })

  it('are Spanish where Spanish is chosen, dates and numbers too', () => {
    i18n.global.locale.value = 'es-US'
    const total = short({ openNow: 1.5, projectedShortBy: 1.25 })
    expect(wordsOf((words) => words.reason(total))).toBe(
      'Por completar: 1.5 h. A este ritmo, el 31 ago 2026 aún faltarían 1.25 h.',
    )
  })

  it.each([
    [0, 'expires today'],
    [1, '1 day left'],
    [75, '75 days left'],
    [-1, '1 day ago'],
    [null, 'No expiration date on file'],
  ])('count %s days', (days, sentence) => {
    expect(wordsOf((words) => words.daysLeft(days))).toBe(sentence)
  })
})

const PEERS = ['Ana Núñez', 'Ben', 'Benita'].map((displayName, place) => ({
  id: `peer-${place}`,
  displayName,
}))

describe('the list of peers', () => {
  it('chooses all that a name finds, accents aside, and keeps those chosen before', async () => {
    const list = shown(PeerChecklist, { peers: PEERS, modelValue: ['peer-0'] })
    await list.get('input[type=search]').setValue('ben')
    expect(list.findAll('input[type=checkbox]')).toHaveLength(2)
    await list.get('button').trigger('click')
    expect(list.emitted('update:modelValue')).toEqual([[['peer-0', 'peer-1', 'peer-2']]])
    await list.get('input[type=search]').setValue('nunez')
    expect(list.findAll('input[type=checkbox]')).toHaveLength(1)
  })
})

describe('adding hours', () => {
  const field = <Found extends HTMLElement>(selector: string) => document.querySelector<Found>(selector)!
  async function type(selector: string, text: string) {
    const input = field<HTMLInputElement>(selector)
    input.value = text
    input.dispatchEvent(new Event('input'))
    await flushPromises()
  }
  async function send() {
    field<HTMLFormElement>('form').dispatchEvent(new Event('submit'))
    await flushPromises()
  }

  /** Answers the questions before saving; what is saved is lost on the way, and its keys are returned. */
  function offline(alreadyRecorded: object[] = []): string[] {
    const keys: string[] = []
    vi.stubGlobal('fetch', (_url: string, { body }: { body: string }) => {
      const { variables } = JSON.parse(body) as {
        variables: { course?: object; input?: { idempotencyKey: string } }
      }
      const certifiablePeers = {
        pageInfo: { hasNextPage: false, endCursor: null },
        edges: PEERS.map((node) => ({ node })),
      }
      const courseQuestions = { alreadyRecorded, withoutEffect: [] }
      if (variables.course) return Promise.resolve(Response.json({ data: { courseQuestions } }))
      if (!variables.input) return Promise.resolve(Response.json({ data: { certifiablePeers } }))
      keys.push(variables.input.idempotencyKey)
      return Promise.reject(new TypeError('offline'))
    })
    return keys
  }
  async function filledIn() {
    useSession(pinia).me = {
      accountId: 'account',
      membershipId: 'manager',
      displayName: 'Mara',
      roles: ['MANAGER'],
      hostAgencyStaff: false,
      today: TODAY,
      passwordConfirmed: true,
      isSharedDevice: false,
      organization: { id: 'o', name: 'Harbor Peers', timeZone: 'America/New_York', helpContacts: [] },
    }
    shown(AddHoursDialog, { peerId: 'peer-1' })
    await flushPromises()
    await type('input[name=title]', 'A course')
    await type('input[name=hours]', '2')
    await type('input[name=heldOn]', '2026-06-01')
    field<HTMLInputElement>('input[value=ETHICS]').click()
  }

  it('asks before the same course is saved again, and saves it only when that is meant', async () => {
    const keys = offline([{ title: 'A course', heldOn: '2026-06-01', peers: [{ displayName: 'Ben' }] }])
    await filledIn()
    const press = async (label: string) => {
      const button = [...document.querySelectorAll('button')].find((each) => each.textContent.includes(label))
      button?.click()
      await flushPromises()
    }
    await send()
    expect(document.body.textContent).toContain('Ben: “A course” on Jun 1, 2026 is already recorded.')
    await press('Go back')
    expect(keys).toEqual([])
    expect(field<HTMLInputElement>('input[name=title]').value).toBe('A course')
    await send()
    await press('Save anyway')
    expect(keys).toHaveLength(1)
  })

  it('keeps its key when the same is sent again, and takes a new one for other hours', async () => {
    const keys = offline()
    await filledIn()
    await send()
    await send()
    await type('input[name=hours]', '3')
    await send()
    expect(keys).toHaveLength(3)
    expect(keys[1]).toBe(keys[0])
    expect(keys[2]).not.toBe(keys[0])
    expect(document.body.textContent).toContain('Nothing is lost.')
  })
})
