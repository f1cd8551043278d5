// Loaded with the test: pages fetch it late, and the test may be over by then.
import '../../web/src/language/WritingHints.vue'
import { afterEach, describe, expect, it } from 'vitest'
import { LABELS } from '../../shared/src/labels/labels.ts'
import drift from '../../web/src/drift/words.en.json' with { type: 'json' }
import FlagEvidence from '../../web/src/drift/flags/FlagEvidence.vue'
import FlagSteps from '../../web/src/drift/flags/FlagSteps.vue'
import { installPlugins } from '../../web/src/app/plugins.ts'
import { i18n } from '../../web/src/app/i18n/words.ts'
import { mount } from '@vue/test-utils'

i18n.global.mergeLocaleMessage('en', { drift, labels: LABELS.en })
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
  const aStep = { id: 's', to: 'OPEN', takenBy: { displayName: 'Wren' }, takenAt: '2026-06-17T13:00:00Z' }
  const buttonsAt = (status: string, by = 'PEER') =>
    mountInPage(FlagSteps, { by, flag: { id: '1', status, revision: 0, steps: [aStep] } })
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

  it('shows each step with its plan or reason and who took it', () => {
    const steps = [
      {
        id: 's',
        to: 'PLANNED',
        takenBy: { displayName: 'Wren' },
        takenAt: '2026-06-17T13:00:00Z',
        plan: 'Hand back five.',
      },
    ]
    const text = mountInPage(FlagSteps, {
      by: 'PEER',
      flag: { id: '1', status: 'PLANNED', revision: 2, steps },
    })
      .get('ol')
      .text()
    expect(text).toContain('Planned')
    expect(text).toContain('Wren')
    expect(text).toContain('Hand back five.')
  })
})
