import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import words from '../../../web/src/certification/words.en.json' with { type: 'json' }
import palabras from '../../../web/src/certification/words.es.json' with { type: 'json' }
import { i18n } from '../../../web/src/app/i18n/words.ts'
import CourseAnswers from '../../../web/src/certification/course-check/CourseAnswers.vue'
import RequirementList from '../../../web/src/certification/requirements/RequirementList.vue'
import { useCountWords } from '../../../web/src/certification/requirements/count-words.ts'
import { countReason, explained, figures, requirement } from '../../support/certification-figures.ts'
import { mountInPage } from '../../app/mount.ts'

i18n.global.mergeLocaleMessage('en', { certification: words })
i18n.global.mergeLocaleMessage('es-US', { certification: palabras })

afterEach(() => {
  i18n.global.locale.value = 'en'
  document.body.innerHTML = ''
})

const MARKUP = /(<[^>]*>|\s)+/g
const linesOf = (certification: ReturnType<typeof figures>) =>
  mountInPage(RequirementList, { certification })
    .findAll('ul > li')
    .map((line) => line.html().replace(MARKUP, ' ').trim().split(' Show me why')[0])

describe('what is missing', () => {
  it('stands first, then what is there, what is not known, and what is not owed, each in words', () => {
    const requirements = [
      requirement({ needed: 20, earned: 20 }),
      requirement({
        kind: 'MINIMUM',
        category: 'HEALTH_EQUITY',
        state: 'NOT_OWED',
        exemption: 'NOT_THIS_TIME',
        requiredFrom: '2028-03-01',
      }),
      requirement({
        kind: 'MINIMUM',
        category: 'SUPERVISION',
        condition: 'SUPERVISES_OTHERS',
        unknown: 'CONDITION_NOT_KNOWN',
      }),
      requirement({ kind: 'MINIMUM', category: 'ETHICS', needed: 6, earned: 2, planned: 1.5 }),
      requirement({ kind: 'PRACTICE', practice: 'CO_REFLECTION', unit: 'SESSIONS', needed: 4, earned: 1 }),
    ]
    expect(linesOf(figures({ requirements }))).toEqual([
      'Ethics 4 h still needed 2 of 6 h, 1.5 h more planned',
      'Co-reflection 3 sessions still needed 1 of 4 sessions',
      'Hours in all All there 20 of 20 h',
      'Supervision Not known It depends on one fact: supervises others.',
      'Health equity Not owed this time It is owed in another term. Next due: Mar 1, 2028.',
    ])
  })

  it('is called unknown where it is, and never zero', () => {
    const unknowns = [{ kind: 'HOURS' as const, why: 'TOTAL_NOT_READ' as const }]
    const list = linesOf(figures({ requirements: [requirement({})], unknowns }))
    expect(list).toEqual(['Hours in all Not known Hours unknown: we have not read how many it takes.'])
  })
})

describe('behind a figure', () => {
  const course = (activityId: string, title: string) => ({
    activityId,
    title,
    provider: null,
    heldOn: '2026-02-10',
    hours: 4,
    unit: 'CONTACT_HOURS' as const,
    categories: ['ETHICS' as const],
    deliveryMode: 'SELF_PACED' as const,
    earnedBy: 'ATTENDING' as const,
    onlyFor: null,
  })
  const credits = [
    { activityId: 'one', counted: 3, reasons: [countReason({ kind: 'NOT_NEEDED' })] },
    { activityId: 'two', counted: 0, reasons: [countReason({ kind: 'OTHER_CATEGORY' })] },
  ]

  it('stand the rule, its days, each course, and what is elsewhere one press further', async () => {
    const certification = figures({
      requirements: [requirement({ kind: 'MINIMUM', category: 'ETHICS', needed: 6, earned: 3 })],
      explained: [explained({ credits, everyMonths: 48, per: 'SO_MANY_MONTHS', perYearAtPace: 1.5 })],
      earnedHours: [course('one', 'Ethics at work'), course('two', 'Finding a home')],
    })
    const list = mountInPage(RequirementList, { certification })
    const why = list.get('button')
    expect([why.attributes('aria-label'), why.attributes('aria-expanded')]).toEqual([
      'Show me why: Ethics',
      'false',
    ])
    await why.trigger('click')
    await flushPromises()
    expect(why.attributes('aria-expanded')).toBe('true')
    expect(list.text()).toContain('The rule asks for 6 h of Ethics every 48 months.')
    expect(list.text()).toContain('What counts lies between Sep 1, 2024 and Aug 31, 2026.')
    expect(list.text()).toContain('3 of 4 h')
    expect(list.text()).toContain('Enough is there without it, or it helps more elsewhere.')
    expect(list.text()).not.toContain('Finding a home')
    await list.findAll('button').at(-1)?.trigger('click')
    expect(list.text()).toContain('Finding a home')
  })
})

describe('credits of a college', () => {
  it('are said in the hours that they are worth, never as a part of themselves', async () => {
    const earnedHours = [
      {
        activityId: 'one',
        title: 'Counseling I',
        provider: null,
        heldOn: '2026-02-10',
        hours: 3,
        unit: 'SEMESTER_HOURS' as const,
        categories: ['ETHICS' as const],
        deliveryMode: 'IN_PERSON' as const,
        earnedBy: 'COLLEGE_COURSE' as const,
        onlyFor: null,
      },
    ]
    const credits = [{ activityId: 'one', counted: 45, reasons: [] }]
    const requirements = [requirement({ needed: 60, earned: 45 })]
    const certification = figures({ requirements, explained: [explained({ credits })], earnedHours })
    const list = mountInPage(RequirementList, { certification })
    await list.get('button').trigger('click')
    await flushPromises()
    expect(list.get('tbody').text()).toMatch(/45 h$/)
    const answer = {
      certificationId: 'certification',
      credentialName: 'Peer specialist',
      abbreviation: 'CPS',
      state: 'OH',
      answer: 'YES' as const,
      counted: 45,
      reasons: [],
      after: requirements,
      rule: certification.rule,
    }
    const said = (hours: number, unit: 'SEMESTER_HOURS' | 'CONTACT_HOURS') =>
      mountInPage(CourseAnswers, { answers: [answer], asked: { hours, unit } }).text()
    expect(said(3, 'SEMESTER_HOURS')).toContain('45 h would count.')
    expect(said(60, 'CONTACT_HOURS')).toContain('45 of 60 h would count.')
  })
})

describe('why hours do not count', () => {
  const NO_LIMIT = {
    modes: null,
    category: null,
    earnedBy: null,
    contents: null,
    sponsor: null,
    hours: null,
    percent: null,
    petition: null,
    feeUsdPerHour: null,
  }
  function said(of: Parameters<typeof countReason>[0]): string {
    let sentence = ''
    const setup = () => void (sentence = useCountWords().countReason(countReason(of)))
    mount({ template: '<p />', setup }, { global: { plugins: [i18n] } })
    return sentence
  }

  it.each([
    [
      { kind: 'OUTSIDE_WINDOW' as const, countsFrom: '2026-01-01', countsUntil: '2026-12-31' },
      'Held on a day that does not count. Days from Jan 1, 2026 to Dec 31, 2026 count.',
    ],
    [
      { kind: 'SAME_COURSE' as const, sameCourse: 'ONCE_EVER' as const },
      'The same course counts only once, in any term.',
    ],
    [
      { limit: { ...NO_LIMIT, kind: 'DELIVERY_MOST' as const, modes: ['SELF_PACED' as const], percent: 50 } },
      "The rule counts at most 50% held this way: At one's own pace.",
    ],
    [
      { limit: { ...NO_LIMIT, kind: 'CONTENT_NEVER' as const, contents: ['CLINICAL_TREATMENT' as const] } },
      'The rule does not count courses about: Clinical treatment.',
    ],
    [
      {
        kind: 'LIMIT_NOT_KNOWN' as const,
        limit: {
          ...NO_LIMIT,
          kind: 'APPROVED_ONLY' as const,
          sponsor: 'the board',
          petition: true,
          feeUsdPerHour: 10,
        },
      },
      'The rule counts only what is approved. Approved by: the board. For this course we do not know it. You may ask the board to approve it, for 10 USD an hour.',
    ],
  ])('quotes the rule for %o', (of, sentence) => {
    expect(said(of)).toBe(sentence)
  })
})
