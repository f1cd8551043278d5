// Loaded with the test: pages fetch it late, and the test may be over by then.
import '../../web/src/language/WritingHints.vue'
import { afterEach, describe, expect, it } from 'vitest'
import FlagEvidence from '../../web/src/drift/flags/FlagEvidence.vue'
import FlagSteps from '../../web/src/drift/steps/FlagSteps.vue'
import FlagTimeline from '../../web/src/drift/steps/FlagTimeline.vue'
import { installPlugins } from '../../web/src/app/plugins.ts'
import { mount } from '@vue/test-utils'
import '../app/mount.ts'

const mountInPage = (component: Parameters<typeof mount>[0], props: Record<string, unknown>) =>
  mount(component, { props, attachTo: document.body, global: { plugins: [installPlugins] } })
afterEach(() => {
  document.body.innerHTML = ''
})

describe('the evidence of a flag', () => {
  it('gives the rule of a signal in plain words, with its source and who set it up this way', () => {
    const page = mountInPage(FlagEvidence, {
      signal: 'CASELOAD_ABOVE_RANGE',
      evidence: 'as the API words it',
      cause: 'ASSIGNED_WORK',
    })
    expect(page.text()).toContain('a total caseload over 30')
    expect(page.text()).toContain('Source: LAPPA')
    expect(page.text()).toContain('Where does it come from?Work that was assigned')
  })

  it('keeps the words of a person as they are, without a rule', () => {
    const page = mountInPage(FlagEvidence, { signal: null, evidence: 'Two\nlines', cause: 'STRUCTURE' })
    expect(page.text()).toContain('Two\nlines')
    expect(page.text()).not.toContain('Why this came up')
  })
})

describe('the steps of a flag', () => {
  const wren = { id: 'wren', displayName: 'Wren' }
  const aStep = { id: 's', to: 'OPEN', takenBy: wren, takenAt: '2026-06-17T13:00:00Z' }
  const aFlag = {
    id: '1',
    peer: { id: 'rosa', displayName: 'Rosa' },
    origin: 'SUPERVISOR',
    raisedBy: wren,
    raisedAt: '2026-06-10T13:00:00Z',
    openedAt: '2026-06-11T13:00:00Z',
    responses: [{ id: 'v', text: 'Two more pods.', writtenAt: '2026-06-12T13:00:00Z' }],
    status: 'OPEN',
    revision: 0,
    steps: [aStep],
  }
  const buttonsAt = (status: string, by = 'PEER') =>
    mountInPage(FlagSteps, { by, flag: { ...aFlag, status } })
      .findAll('button')
      .map((button) => button.text())

  it('offers only what can come next', () => {
    expect(buttonsAt('OPEN')).toEqual(['We talked about it', 'This belongs to the role'])
    expect(buttonsAt('DISCUSSED')).toEqual(['Write a plan', 'This belongs to the role'])
    expect(buttonsAt('PLANNED')).toEqual(["It's done", 'This belongs to the role'])
    expect(buttonsAt('RESOLVED')).toEqual(['Open it again'])
  })

  it('lets a supervisor suggest an end, and the peer answer', () => {
    expect(buttonsAt('OPEN', 'SUPERVISOR')).toEqual(['We talked about it', "Suggest: it's part of the role"])
    expect(buttonsAt('PLANNED', 'SUPERVISOR')).toEqual([
      "Suggest that it's done",
      "Suggest: it's part of the role",
    ])
    expect(buttonsAt('PROPOSED_NOT_DRIFT', 'SUPERVISOR')).toEqual([])
    expect(buttonsAt('NOT_DRIFT', 'SUPERVISOR')).toEqual([])
    expect(buttonsAt('PROPOSED_NOT_DRIFT')).toEqual(['I agree', 'I see it differently'])
    expect(document.body.textContent).toContain('It stays open unless you agree.')
  })

  it('tells in one line of time who did what and when, with the session and the task', () => {
    const followUp = { owner: 'SUPERVISOR', dueOn: '2026-07-01', state: 'OPEN', supervisor: wren }
    const planned = { ...aStep, id: 'p', to: 'PLANNED', plan: 'Hand back five.', followUp }
    const steps = [{ ...aStep, to: 'DISCUSSED', discussedOn: '2026-06-15' }, planned]
    const lines = mountInPage(FlagTimeline, { flag: { ...aFlag, steps } })
      .findAll('li')
      .map((line) => line.text())
    expect(lines.map((line) => line.split(' · ')[0])).toEqual([
      'Flag raised',
      'Opened',
      'View added',
      'Talked about',
      'Planned',
    ])
    expect(lines[0]).toContain('Wren · Jun 10, 2026')
    expect(lines[2]).toContain('Rosa · Jun 12, 2026')
    expect(lines[2]).toContain('Two more pods.')
    expect(lines[3]).toContain('In the session of Jun 15')
    expect(lines[4]).toContain('Hand back five.')
    expect(lines[4]).toContain('Task for Wren, due Jul 1')
  })
})
