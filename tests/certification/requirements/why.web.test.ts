import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { i18n } from '../../../web/src/app/i18n/words.ts'
import CourseAnswers from '../../../web/src/certification/course-check/CourseAnswers.vue'
import RequirementList from '../../../web/src/certification/requirements/RequirementList.vue'
import { useCountWords } from '../../../web/src/certification/requirements/count-words.ts'
import type { CountReasonValuesFragment } from '../../../web/src/generated/graphql.ts'
import {
  COUNTED,
  ETHICS,
  exempt,
  explained,
  figures,
  measured,
  minimum,
  otherReason,
  outlook,
  unknown,
  work,
} from '../../support/certification-figures.ts'
import { mountInPage } from '../../app/mount.ts'

afterEach(() => {
  i18n.global.locale.value = 'en'
  document.body.innerHTML = ''
})

const MARKUP = /(<[^>]*>|\s)+/g
const linesOf = (certification: ReturnType<typeof figures>) =>
  mountInPage(RequirementList, { certification })
    .findAll('ul > li')
    .map((line) => line.html().replace(MARKUP, ' ').trim().split(' Why?')[0])

describe('what is missing', () => {
  it('stands first, then what is there, what is not known, and what is not owed, each in words', () => {
    const requirements = [
      measured({ needed: 20, earned: 20 }),
      exempt({
        requirement: minimum('HEALTH_EQUITY'),
        exemption: 'NOT_THIS_TIME',
        requiredFrom: '2028-03-01',
      }),
      unknown({
        requirement: minimum('SUPERVISION'),
        condition: 'SUPERVISES_OTHERS',
        why: 'CONDITION_NOT_KNOWN',
      }),
      measured({ requirement: ETHICS, needed: 6, earned: 2, planned: 1.5 }),
      measured({ requirement: work('CO_REFLECTION'), unit: 'SESSIONS', needed: 4, earned: 1 }),
    ]
    const certification = figures({ explained: requirements.map((each) => explained(each)) })
    expect(linesOf(certification)).toEqual([
      'Ethics 4 h short 2 of 6 h, 1.5 h more planned',
      'Co-reflection 3 sessions short 1 of 4 sessions',
      'Total hours Met 20 of 20 h',
      'Supervision Not answered 1 answer missing: supervises other peers?',
      'Health equity Not required this cycle Required in another renewal cycle. Next due Mar 1, 2028.',
    ])
  })

  it('is called unknown where it is, and never zero', () => {
    const unknowns = [{ kind: 'HOURS' as const, why: 'TOTAL_NOT_READ' as const }]
    const list = linesOf(figures({ explained: [explained(unknown())], unknowns }))
    expect(list).toEqual(['Total hours Not verified Required hours not verified.'])
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
    ...COUNTED,
  })
  const credits = [
    { activityId: 'one', counted: 3, reasons: [otherReason('NOT_NEEDED')] },
    { activityId: 'two', counted: 0, reasons: [otherReason('OTHER_CATEGORY')] },
  ]

  it('stand the rule, its days, each course, and what is elsewhere one press further', async () => {
    const certification = figures({
      explained: [
        explained(measured({ requirement: ETHICS, needed: 6, earned: 3 }), {
          credits,
          everyMonths: 48,
          per: 'SO_MANY_MONTHS',
          outlook: outlook({ perYearAtPace: 1.5 }),
        }),
      ],
      earnedHours: [course('one', 'Ethics at work'), course('two', 'Finding a home')],
    })
    const list = mountInPage(RequirementList, { certification })
    const why = list.get('button')
    expect([why.attributes('aria-label'), why.attributes('aria-expanded')]).toEqual(['Why? Ethics', 'false'])
    await why.trigger('click')
    await flushPromises()
    expect(why.attributes('aria-expanded')).toBe('true')
    expect(list.text()).toContain('Required: 6 h of Ethics every 48 months.')
    expect(list.text()).toContain('Counts if taken from Sep 1, 2024 to Aug 31, 2026.')
    expect(list.text()).toContain('3 of 4 h')
    expect(list.text()).toContain('Not needed here. We used it where it helps more.')
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
        ...COUNTED,
      },
    ]
    const credits = [{ activityId: 'one', counted: 45, reasons: [] }]
    const total = measured({ needed: 60, earned: 45 })
    const certification = figures({ explained: [explained(total, { credits })], earnedHours })
    const list = mountInPage(RequirementList, { certification })
    await list.get('button').trigger('click')
    await flushPromises()
    expect(list.get('tbody').text()).toMatch(/45 h$/)
    const answer = {
      certification: { id: 'certification', credential: { abbreviation: 'CPS', state: 'OH' } },
      answer: 'YES' as const,
      counted: 45,
      reasons: [],
      after: [total],
      rule: certification.rule,
    }
    const said = (hours: number, unit: 'SEMESTER_HOURS' | 'CONTACT_HOURS') =>
      mountInPage(CourseAnswers, { answers: [answer], asked: { hours, unit } }).text()
    expect(said(3, 'SEMESTER_HOURS')).toContain('45 h would count.')
    expect(said(60, 'CONTACT_HOURS')).toContain('45 of 60 h would count.')
  })
})

describe('why hours do not count', () => {
  function said(of: CountReasonValuesFragment): string {
    let sentence = ''
    const setup = () => void (sentence = useCountWords().countReason(of))
    mount({ template: '<p />', setup })
    return sentence
  }

  it.each<[CountReasonValuesFragment, string]>([
    [
      {
        __typename: 'OutsideWindowReason',
        kind: 'OUTSIDE_WINDOW',
        window: { startsOn: '2026-01-01', endsOn: '2026-12-31' },
      },
      'Taken outside the dates that count (Jan 1, 2026 to Dec 31, 2026).',
    ],
    [
      { __typename: 'SameCourseReason', kind: 'SAME_COURSE', counts: 'ONCE_EVER' },
      'The same course counts only one time, in any cycle.',
    ],
    [
      {
        __typename: 'LimitReason',
        kind: 'LIMIT',
        limit: {
          __typename: 'DeliveryShareLimit',
          kind: 'DELIVERY_MOST',
          modes: ['SELF_PACED'],
          percent: 50,
        },
      },
      'At most 50% count in this format: Self-paced.',
    ],
    [
      {
        __typename: 'LimitReason',
        kind: 'LIMIT',
        limit: { __typename: 'ContentLimit', kind: 'CONTENT_NEVER', contents: ['CLINICAL_TREATMENT'] },
      },
      "Courses on these topics don't count: Clinical treatment.",
    ],
    [
      {
        __typename: 'LimitReason',
        kind: 'LIMIT_NOT_KNOWN',
        limit: {
          __typename: 'ApprovedOnlyLimit',
          kind: 'APPROVED_ONLY',
          sponsor: 'the board',
          modes: [],
          petition: true,
          feeUsdPerHour: 10,
        },
      },
      "Only approved courses count. Approved by: the board. We don't know that about this course. The board can be asked to approve it, for 10 dollars an hour.",
    ],
  ])('quotes the rule for %o', (of, sentence) => {
    expect(said(of)).toBe(sentence)
  })
})
