// Loaded with the test: pages fetch it late, and the test may be over by then.
import '../../web/src/language/WritingHints.vue'
import '../../web/src/wellness/check-in/CheckInDiffers.vue'
import '../../web/src/wellness/check-in/CheckInThanks.vue'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { installPlugins, pinia } from '../../web/src/app/plugins.ts'
import { router } from '../../web/src/app/router.ts'
import { type Me, useSession } from '../../web/src/app/session/session.store.ts'
import { loadWords, useLanguage } from '../../web/src/app/i18n/words.ts'
import CheckInPage from '../../web/src/wellness/check-in/CheckInPage.vue'
import LastWeekOffer from '../../web/src/wellness/check-in/LastWeekOffer.vue'
import MeasureChart from '../../web/src/wellness/trends/MeasureChart.vue'
import { THIS_WEEK, TODAY } from '../support/fixed-today.ts'

interface Sent {
  input: { idempotencyKey: string; weekFelt: number | null; line: string | null; signs: string[] }
}
type Reply = () => Promise<Response>

const me = (membershipId: string): Me => ({
  accountId: membershipId,
  membershipId,
  displayName: 'Wren',
  roles: ['PEER'],
  hostAgencyStaff: false,
  today: TODAY,
  passwordConfirmed: false,
  isSharedDevice: false,
  organization: { id: 'o', name: 'Harbor Peers', timeZone: 'America/New_York', helpContacts: [] },
})
const data =
  (value: object): Reply =>
  () =>
    Promise.resolve(new Response(JSON.stringify({ data: value })))
const noConnection: Reply = () => Promise.reject(new TypeError('fetch failed'))
const serverError: Reply = () => Promise.resolve(new Response('upstream', { status: 502 }))
const openWeek = data({
  myWeek: { weekStart: THIS_WEEK, previousWeekStart: '2026-06-08', previousWeekOpen: true, checkIn: null },
})
const saved = data({
  submitWeeklyCheckIn: { __typename: 'WeeklyCheckInSaved', checkIn: { weekStart: THIS_WEEK, weekFelt: 4 } },
})

describe('the check-in on the screen', () => {
  let page: VueWrapper
  let submissions: Sent[]
  let replies: Reply[]
  beforeEach(async () => {
    submissions = []
    replies = []
    vi.stubGlobal('fetch', (_url: string, { body }: { body: string }) => {
      const { variables } = JSON.parse(body) as { variables: Partial<Sent> }
      if (!variables.input) return submissions.length === 0 ? openWeek() : noConnection()
      submissions.push(variables as Sent)
      return (replies.shift() ?? noConnection)()
    })
    vi.stubGlobal('scrollTo', () => undefined)
    await loadWords()
    page = await open()
  })
  afterEach(async () => {
    page.unmount()
    vi.unstubAllGlobals()
    await useLanguage('en')
  })

  const open = async (membershipId = crypto.randomUUID()): Promise<VueWrapper> => {
    const session = useSession(pinia)
    session.asked = true
    session.me = me(membershipId)
    await router.push('/check-in')
    const plugins = [installPlugins, router]
    const opened = mount(CheckInPage, { attachTo: document.body, global: { plugins } })
    await flushPromises()
    return opened
  }
  const answer = async (line = 'A long one.') => {
    await page.get('input[name=weekFelt][value="4"]').setValue(true)
    await page.get('input[value=EXHAUSTION]').setValue(true)
    await page.get('#field-line').setValue(line)
  }
  const save = async () => {
    await page.get('form').trigger('submit')
    await flushPromises()
  }
  const line = () => page.get<HTMLTextAreaElement>('#field-line').element.value

  it.each([
    ['a lost connection', noConnection, 'Nothing is lost.'],
    ['an error of the server', serverError, 'Nothing is lost.'],
  ])(
    'keeps every answer after %s, says so, and saves again under the same key',
    async (_what, reply, words) => {
      replies = [reply, saved]
      await answer()
      await save()
      expect(page.get('[role=alert]').text()).toContain(words)
      expect(line()).toBe('A long one.')
      expect(page.get<HTMLInputElement>('input[name=weekFelt][value="4"]').element.checked).toBe(true)
      await save()
      expect(page.get('h1').text()).toBe('Thank you for taking a minute')
      expect(submissions).toHaveLength(2)
      expect(submissions[1]).toEqual(submissions[0])
    },
  )

  it('has a heading for each of its sections, so that a screen reader finds them', () => {
    const headings = page.findAll('main h2, form h2').map((heading) => heading.text())
    expect(new Set(headings).size).toBe(headings.length)
    expect(headings).toHaveLength(3 + page.findAll('form details').length)
    for (const scale of ['weekFelt', 'energy', 'rest'])
      expect(page.find(`fieldset:has([name=${scale}]) legend h2`).exists(), scale).toBe(true)
  })

  it('draws itself once more without an error while the session goes away', async () => {
    const errors = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')]
    useSession(pinia).me = null
    await flushPromises()
    expect(useSession(pinia).today).toBe(TODAY)
    expect(
      errors.flatMap(({ mock }) => mock.calls).filter((call) => /is not a day/.test(String(call))),
    ).toEqual([])
    for (const error of errors) error.mockRestore()
  })

  it('leaves last week alone after "No thanks", for this person and this week only', async () => {
    const offer = (previousWeekStart: string) =>
      mount(LastWeekOffer, { props: { previousWeekStart }, global: { plugins: [installPlugins, router] } })
    await offer('2026-06-08').findAll('button').at(-1)?.trigger('click')
    expect(offer('2026-06-08').text()).toBe('')
    expect(offer('2026-06-15').text()).toContain('No thanks')
    useSession(pinia).me = me(crypto.randomUUID())
    expect(offer('2026-06-08').text()).toContain('No thanks')
    expect(submissions).toEqual([])
  })

  it('names the chart of a measure by its trend and its usual range', () => {
    const [measure, trend] = ['WEEK_FELT', 'LOWER_THAN_USUAL']
    const history = { measure, trend, trendWeek: THIS_WEEK, usualFrom: 3, usualTo: 4.5, values: [4, 3, 2] }
    const weeks = ['2026-06-01', '2026-06-08', THIS_WEEK]
    const chart = mount(MeasureChart, {
      props: { weeks, history } as never,
      global: { plugins: [installPlugins, router] },
    })
    const name = chart.get('svg[role=img]').attributes('aria-label')
    expect(name).toContain('from 1 to 5')
    expect(name).toMatch(/This week .*Your usual range is 3 to 4.5\.$/)
    expect(chart.get('figure').attributes('aria-label')).toBe(name)
  })

  it('makes a new key once the answers have changed', async () => {
    await answer()
    await save()
    await page.get('#field-line').setValue('A long one, in the end.')
    await save()
    expect(submissions[1]?.input.idempotencyKey).not.toBe(submissions[0]?.input.idempotencyKey)
  })

  it('shows both sets of answers where the week has others, and sends the choice', async () => {
    const other = {
      weekStart: THIS_WEEK,
      weekFelt: 2,
      energy: null,
      rest: null,
      signs: [],
      selfCare: [],
      tags: [],
      line: 'From the desk.',
      submittedAt: null,
    }
    const offered = { ...other, weekFelt: 4, line: 'A long one.' }
    replies = [
      data({ submitWeeklyCheckIn: { __typename: 'WeeklyCheckInDiffers', kept: other, offered } }),
      data({ replaceWeeklyCheckIn: { checkIn: offered } }),
    ]
    await answer()
    await save()
    // The page that shows both, and its words, come a moment later.
    await vi.waitFor(() => expect(page.text()).toContain('From the desk.'))
    expect(page.text()).toContain('A long one.')
    await page.findAll('button').at(-1)?.trigger('click')
    await flushPromises()
    expect(page.get('h1').text()).toBe('Thank you for taking a minute')
    expect(submissions[1]).toEqual(submissions[0])
  })

  it('sends nothing where nothing is answered, and does not scold', async () => {
    await save()
    expect(submissions).toEqual([])
    expect(page.find('[role=alert]').exists()).toBe(false)
    expect(page.text()).toContain('Nothing to save yet. One answer is enough.')
  })

  it('names the field and its limit beside a line that is too long, and keeps it', async () => {
    await answer('x'.repeat(501))
    await save()
    expect(submissions).toEqual([])
    expect(page.get('#field-line-error').text()).toBe('Please use at most 500 characters.')
    expect(line()).toHaveLength(501)
  })

  it('keeps the answers when the language changes', async () => {
    await answer()
    await useLanguage('es')
    await flushPromises()
    expect(page.get('h1').text()).toBe('Mi registro de la semana')
    expect(line()).toBe('A long one.')
  })

  it('finds unsaved answers again for the same person, never for another', async () => {
    const wren = crypto.randomUUID()
    page.unmount()
    page = await open(wren)
    await answer()
    page.unmount()
    page = await open(wren)
    expect(line()).toBe('A long one.')
    page.unmount()
    page = await open()
    expect(line()).toBe('')
  })
})
