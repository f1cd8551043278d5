import type { VueWrapper } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { requirementsThatApply } from '@alongside/shared/supervision/agreements/requirements-that-apply'
import { longestCadenceDays } from '@alongside/shared/supervision/agreements/supervision-requirements'
import AgreementFacts from '../../../web/src/supervision/agreements/AgreementFacts.vue'
import CadenceRequirements from '../../../web/src/supervision/agreements/CadenceRequirements.vue'
import SupervisionBalance from '../../../web/src/supervision/agreements/SupervisionBalance.vue'
import { pinia } from '../../../web/src/app/plugins.ts'
import { useSession } from '../../../web/src/app/session/session.store.ts'
import { mountInPage } from '../../app/mount.ts'

useSession(pinia)

const requirementsIn = (...states: string[]) =>
  requirementsThatApply(states).map((requirement) => ({
    ...requirement,
    longestCadenceDays: longestCadenceDays(requirement),
  }))
const textOf = (page: VueWrapper): string => page.text().replace(/\s+/g, ' ')

describe('what is known about how often', () => {
  it("names the state's rule with its source, and says when the source carries no date", () => {
    const page = mountInPage(CadenceRequirements, { requirements: requirementsIn('DC'), states: ['DC'] })
    expect(textOf(page)).toContain('DC: a session at least every 7 days.')
    expect(textOf(page)).toContain('certified peer specialists; source: DC Municipal Regulations 22-A 7314')
    expect(textOf(page)).toContain('undated')
    expect(textOf(page)).not.toContain('No state frequency rule')
  })

  it('links a source that can be opened', () => {
    const page = mountInPage(CadenceRequirements, { requirements: requirementsIn('TX'), states: ['TX'] })
    expect(page.get('a').attributes('href')).toContain('https://txrules.elaws.us/')
  })

  it('leaves unknown what no rule says, also where the state has a rule on something else', () => {
    const page = mountInPage(CadenceRequirements, {
      requirements: requirementsIn('NC', 'OH'),
      states: ['NC', 'OH'],
    })
    expect(textOf(page)).toContain('No state frequency rule found for NC, OH. Ask your state or payer.')
    expect(textOf(page)).toContain('Good practice: a session at least every 14 days.')
  })
})

describe('an agreement', () => {
  const person = (id: string) => ({ id, displayName: id })
  const agreement = (signedAt: string | null) => ({
    id: 'one',
    agreedOn: '2026-06-17',
    peer: person('Wren'),
    terms: [
      {
        type: 'EDUCATIONAL',
        cadenceDays: 14,
        groupSessionsCount: true,
        sessionMinutes: 60,
        confidence: 'Goals may be passed on.',
        supervisor: person('Sky'),
      },
      {
        type: 'SUPPORTIVE',
        cadenceDays: 1,
        groupSessionsCount: false,
        sessionMinutes: null,
        confidence: null,
        supervisor: null,
      },
    ],
    signers: [
      { member: person('Wren'), signedAt: '2026-06-17T16:00:00Z' },
      { member: person('Sky'), signedAt },
    ],
  })

  it('says who gives what how often, and for whom it waits', () => {
    const page = mountInPage(AgreementFacts, { agreement: agreement(null) })
    expect(textOf(page)).toContain(
      'Educational · every 14 days · 60 minutes · Sky · group sessions countGoals may be passed on.',
    )
    expect(textOf(page)).toContain(
      "Supportive · every day · no length set · No one yet This agreement doesn't say what stays",
    )
    expect(textOf(page)).toContain('Needs a signature')
    expect(textOf(page)).toContain('Signed by Wren on Jun 17, 2026')
    expect(textOf(page)).toContain('Waiting for Sky')
  })

  it('is signed once nobody is waited for', () => {
    const page = mountInPage(AgreementFacts, { agreement: agreement('2026-06-18T16:00:00Z') })
    expect(textOf(page)).toContain('Everyone signed')
  })

  it('shows beside the minutes which agreed type had none, and only that', () => {
    const balance = [
      { type: 'ADMINISTRATIVE', minutes: 90, percent: 67, agreedPercent: 40 },
      { type: 'EDUCATIONAL', minutes: 45, percent: 33, agreedPercent: 60 },
      { type: 'SUPPORTIVE', minutes: 0, percent: 0, agreedPercent: null },
    ]
    const page = mountInPage(SupervisionBalance, { balance, agreement: agreement(null) })
    expect(textOf(page)).toContain('Supportive: no sessions yet. The agreement includes it.')
    expect(textOf(page)).toContain('67% · 90 min · agreed: 40%')
    expect(textOf(page)).toContain("0% · 0 min The agreement doesn't set minutes for each type.")
    const without = mountInPage(SupervisionBalance, { balance, agreement: null })
    expect(textOf(without)).not.toContain('no sessions yet')
    expect(textOf(without)).not.toContain("doesn't set minutes")
  })
})
