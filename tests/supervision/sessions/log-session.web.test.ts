// Loaded with the test: pages fetch it late, and the test may be over by then.
import '../../../web/src/language/WritingHints.vue'
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { SessionDraft } from '../../../web/src/supervision/sessions/log-session-draft.ts'
import {
  validateDraft,
  emptyDraft,
  sessionInputOf,
  splitMinutes,
} from '../../../web/src/supervision/sessions/log-session-draft.ts'
import LogSessionForm from '../../../web/src/supervision/sessions/LogSessionForm.vue'
import { TODAY } from '../../support/fixed-today.ts'
import { mountInPage } from '../../app/mount.ts'

const row = (id: string, name: string, type: 'EDUCATIONAL' | 'SUPPORTIVE') => ({
  id: `${id}-${type}`,
  type,
  isSubstitute: false,
  endsOn: null,
  lastHeldOn: null,
  peer: { id, displayName: name },
  peerHasJoined: id !== 'lark',
  due: null,
})
const ROWS = [
  row('wren', 'Wren', 'SUPPORTIVE'),
  row('wren', 'Wren', 'EDUCATIONAL'),
  row('sky', 'Sky', 'SUPPORTIVE'),
  row('lark', 'Lark', 'SUPPORTIVE'),
]

// They ask the server, and have a journey of their own.
const nothing = vi.hoisted(() => () => ({ __esModule: true, default: { render: () => null } }))
vi.mock('../../../web/src/supervision/session-progress/SessionProgress.vue', nothing)
vi.mock('../../../web/src/supervision/session-progress/NewFollowUps.vue', nothing)
vi.mock('../../../web/src/supervision/groups/GroupPicker.vue', nothing)
vi.mock('../../../web/src/supervision/groups/AttendanceMinutes.vue', nothing)
vi.mock('../../../web/src/supervision/agenda/DebriefPrompts.vue', nothing)
// How the two met last is asked for as well; without an answer it is the usual way.
vi.stubGlobal('fetch', () => Promise.reject(new Error('no connection')))

describe('the form of a session', () => {
  let sent: SessionDraft[]
  beforeEach(() => {
    sent = []
  })
  const open = (
    send = (draft: SessionDraft): Promise<void> => Promise.resolve(void sent.push(draft)),
  ): VueWrapper =>
    mountInPage(LogSessionForm, { rows: ROWS, today: TODAY, peerId: 'wren', type: 'SUPPORTIVE', send })
  const save = async (page: VueWrapper): Promise<void> => {
    await page.get('form').trigger('submit')
    await flushPromises()
  }
  const choose = (page: VueWrapper, value: string) => page.get(`input[value="${value}"]`).setValue(true)

  it('asks for nothing but minutes when the row has filled in the rest', async () => {
    const page = open()
    await choose(page, '45')
    await save(page)
    expect(sent.map(sessionInputOf)).toEqual([
      {
        heldOn: TODAY,
        minutes: 45,
        format: 'INDIVIDUAL',
        modality: 'IN_PERSON',
        observed: false,
        attendees: [{ peerId: 'wren' }],
        segments: [{ type: 'SUPPORTIVE', minutes: 45, activities: [], note: null, peerNotes: [] }],
      },
    ])
  })

  it('says what is missing and sends nothing', async () => {
    const page = open()
    await save(page)
    expect(page.get('[role=alert]').text()).toContain('How many minutes?: Please fill this in.')
    expect(sent).toEqual([])
  })

  it('says beside the note who can read it, for one and for a group', async () => {
    const page = open()
    expect(page.text()).toContain('Who can read this: Wren and you. No one else.')
    await page.get('select[name=attendees]').setValue('sky')
    expect(page.text()).toContain('Who can read this: everyone in this session and you. No one else.')
    expect(page.text()).toContain('Today · Group')
  })

  it('offers only types that the supervisor gives to everyone who was there', async () => {
    const page = open()
    await choose(page, 'EDUCATIONAL')
    expect(page.findAll('h3').map((head) => head.text())).toEqual(['Educational', 'Supportive'])
    await page.get('select[name=attendees]').setValue('sky')
    expect(page.findAll('h3').map((head) => head.text())).toEqual(['Supportive'])
  })

  it('shares the minutes out, fills the other part by itself, and says what does not add up', async () => {
    const page = open()
    await choose(page, '60')
    await choose(page, 'EDUCATIONAL')
    const part = (at: number) => page.get<HTMLInputElement>(`input[name="segments.${at}.minutes"]`)
    await part(0).setValue('20')
    expect(part(1).element.value).toBe('40')
    expect(page.text()).not.toContain('The session was')
    await part(0).setValue('70')
    expect(page.text()).toContain('Educational 70 + Supportive 40 = 110. The session was 60 minutes.')
  })

  it('asks for no note with somebody who has not joined, and sends none that was written before', async () => {
    const page = open()
    await choose(page, '45')
    await page.get('textarea').setValue('A good talk.')
    await page.get('select[name=attendees]').setValue('lark')
    expect(page.text()).toContain("Lark hasn't joined yet.")
    expect(page.find('textarea').exists()).toBe(false)
    await save(page)
    expect(sent.map(sessionInputOf)).toMatchObject([
      { segments: [{ activities: [], note: null, peerNotes: [] }] },
    ])
  })

  it('keeps what was entered when it could not be sent', async () => {
    const page = open(() => Promise.reject(Object.assign(new Error('offline'), { code: 'NO_CONNECTION' })))
    await choose(page, '30')
    await page.get('textarea').setValue('A good talk.')
    await save(page)
    expect(page.get('[role=alert]').text()).toContain('Nothing is lost.')
    expect(page.get('textarea').element.value).toBe('A good talk.')
  })
})

describe('the draft of a session', () => {
  it('splits minutes alike in steps of five, the rest to the first', () => {
    expect([splitMinutes(45, 2), splitMinutes(60, 3), splitMinutes(4, 2)]).toEqual([
      [25, 20],
      [20, 20, 20],
      [0, 0],
    ])
  })

  it('sends notes about single peers only in a group', () => {
    const draft = { ...emptyDraft(TODAY, ['wren'], ['SUPPORTIVE']), minutes: 30 }
    draft.segments.SUPPORTIVE.peerNotes = { wren: 'for Wren', sky: ' ' }
    expect(sessionInputOf(draft).segments[0]?.peerNotes).toEqual([])
    const group = { ...draft, peerIds: ['wren', 'sky'], format: 'GROUP' as const }
    expect(sessionInputOf(group).segments[0]?.peerNotes).toEqual([{ peerId: 'wren', note: 'for Wren' }])
    expect(validateDraft(group, TODAY)).toEqual([])
  })
})
