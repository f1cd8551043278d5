import { afterEach, describe, expect, it } from 'vitest'
import { i18n } from '../../../web/src/app/i18n/words.ts'
import NextStep from '../../../web/src/certification/status/NextStep.vue'
import { ETHICS, figures, outlook, unknown, work } from '../../support/certification-figures.ts'
import type { Figures } from '../../../web/src/certification/renewals/renewal-words.ts'
import { mountInPage } from '../../app/mount.ts'

afterEach(() => {
  i18n.global.locale.value = 'en'
  document.body.innerHTML = ''
})

describe('the next step', () => {
  const stepOf = (of: Parameters<typeof figures>[0]) => {
    const step = mountInPage(NextStep, { certification: figures(of), canCheck: true })
    return [
      step.get('p').text().replace(/\s+/g, ' ').replace('Next step ', ''),
      step.findAll('button, a').length,
    ]
  }
  const rule = {
    ...figures().rule,
    provenance: {
      url: 'https://board.example',
      title: 'Board',
      date: null,
      confidence: 'OFFICIAL_CURRENT' as const,
      readOn: '2026-06-01',
    },
  }
  const submission = { byOn: null, wantedOn: null, isRequest: false, lateFeeUsd: null }
  const passed = { ...submission, wantedOn: '2026-11-21', lateFeeUsd: 25 }
  const earn = (gap: Partial<ReturnType<typeof outlook>>, byOn: string | null = null, at = submission) =>
    ({ __typename: 'EarnStep', kind: 'EARN', gap: outlook(gap), byOn, submission: at }) as const
  const missing = (hours: number) => ({ state: 'SHORT', hours, courses: 0, unconfirmed: 0 }) as const
  const findOut = (about: Parameters<typeof unknown>[0]) =>
    ({ __typename: 'FindOutStep', kind: 'FIND_OUT', about: unknown(about), submission }) as const
  const submit = (at: typeof submission | typeof passed, onlyFee = false) =>
    ({ __typename: 'SubmitStep', kind: 'SUBMIT', sendBy: '2026-12-20', onlyFee, submission: at }) as const

  it.each<[Figures['nextStep'], string, number]>([
    [
      earn({ requirement: ETHICS, openNow: 4 }, '2026-08-01'),
      'Find 4 h of Ethics training. Due Aug 1, 2026.',
      1,
    ],
    [earn({ openNow: 12 }), 'Find courses that add up to 12 h.', 1],
    [
      earn({ openNow: 12 }, null, { ...passed, lateFeeUsd: null } as never),
      'Find courses that add up to 12 h. The board wanted the renewal by Nov 21, 2026.',
      1,
    ],
    [earn({ requirement: work('SERVICE'), openNow: 12 }), 'Log 12 h more of service by Aug 31, 2026.', 0],
    [
      {
        __typename: 'MissedStep',
        kind: 'MISSED',
        gap: outlook({ requirement: work('SUPERVISION'), unit: 'SESSIONS', missed: 2 }),
      },
      'Short for a period that has ended: 2 sessions of supervision. Ask the board.',
      1,
    ],
    [submit(submission), 'All hours are in. Submit the renewal by Dec 20, 2026.', 1],
    [
      submit(passed),
      'All hours are in. Submit the renewal now. The board wanted the renewal by Nov 21, 2026. It may cost 25 dollars.',
      1,
    ],
    [submit(submission, true), 'This renewal asks for no hours, only a fee. Submit it by Dec 20, 2026.', 1],
    [
      findOut({
        requirement: work('SUPERVISION'),
        why: 'PRACTICE_NOT_RECORDED',
        asked: { amount: 20, unit: 'HOURS', per: 'CYCLE' },
      }),
      'Supervision hours not known. Required: 20 h. Record the sessions.',
      0,
    ],
    [
      findOut({ why: 'WINDOW_UNKNOWN', asked: { amount: 40, unit: 'HOURS', per: 'CYCLE' } }),
      'Required: 40 h. Ask the board when the renewal cycle starts and ends.',
      1,
    ],
    [
      findOut({ why: 'KIND_OF_YEAR_NOT_READ', asked: { amount: 2, unit: 'COURSES', per: 'YEAR' } }),
      'Required: 2 courses a year. Ask the board which 12 months count.',
      1,
    ],
    [findOut({}), 'Ask the board how many hours it requires.', 1],
    [
      { __typename: 'EnterPrintedDayStep', kind: 'ENTER_PRINTED_DAY', endsOn: null },
      'Expiration date not known. Add the date on the certificate.',
      0,
    ],
    [
      { __typename: 'CheckOpeningStep', kind: 'CHECK_OPENING', opensOn: '2026-11-17' },
      'Renewal may be open since Nov 17, 2026. Check with the board.',
      1,
    ],
    [
      {
        __typename: 'LateOnlyIfCompleteStep',
        kind: 'LATE_ONLY_IF_COMPLETE',
        endedOn: '2026-08-30',
        gaps: missing(6),
      },
      'The dates for hours ended Aug 30, 2026. 6 h short. Late renewal is only for people who had all hours.',
      1,
    ],
    [
      {
        __typename: 'AskLateHoursStep',
        kind: 'ASK_LATE_HOURS',
        feeUsd: 20,
        byOn: '2026-11-30',
        gaps: missing(20),
      },
      '20 h short. Ask the board if new hours still count. Possible until Nov 30, 2026. Late renewal fee: 20 dollars.',
      1,
    ],
    [
      { __typename: 'ReinstateStep', kind: 'REINSTATE', feeUsd: null, byOn: null, again: [] },
      'Contact the board about reinstatement.',
      1,
    ],
    [{ __typename: 'PlainStep', kind: 'ASK_BOARD' }, 'Ask the board what it needs.', 1],
    [{ __typename: 'PlainStep', kind: 'NOTHING' }, 'Nothing to do right now.', 0],
  ])('%# is one sentence with at most one action', (nextStep, text, actions) => {
    expect(stepOf({ nextStep, rule })).toEqual([text, actions])
  })

  it('is Spanish where Spanish is chosen', () => {
    i18n.global.locale.value = 'es-US'
    const certification = figures({ nextStep: earn({ openNow: 11.5 }) })
    expect(mountInPage(NextStep, { certification, canCheck: true }).text()).toContain(
      'Busque cursos que sumen 11.5 h.',
    )
  })
})
