import { afterEach, describe, expect, it } from 'vitest'
import words from '../../../web/src/certification/words.en.json' with { type: 'json' }
import palabras from '../../../web/src/certification/words.es.json' with { type: 'json' }
import { i18n } from '../../../web/src/app/i18n/words.ts'
import NextStep from '../../../web/src/certification/status/NextStep.vue'
import {
  ETHICS,
  explained,
  figures,
  measured,
  outlook,
  unknown,
  work,
} from '../../support/certification-figures.ts'
import { mountInPage } from '../../app/mount.ts'

i18n.global.mergeLocaleMessage('en', { certification: words })
i18n.global.mergeLocaleMessage('es-US', { certification: palabras })

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
  const monthly = measured({
    requirement: work('SUPERVISION'),
    unit: 'SESSIONS',
    needed: 24,
    earned: 12,
  })
  const ended = {
    __typename: 'ExpiredReason',
    kind: 'EXPIRED',
    expiredOn: '2026-06-01',
    untilOn: '2026-07-01',
    late: null,
  } as const
  const short = explained(measured({ needed: 20, earned: 8 }))

  it.each([
    [
      { explained: [short, explained(measured({ requirement: ETHICS, needed: 6, earned: 2 }))] },
      'Find 4 h of Ethics training.',
      1,
    ],
    [{ explained: [short] }, 'Find courses that add up to 12 h.', 1],
    [{ explained: [explained(unknown())], rule }, 'Ask the board how many hours it requires.', 1],
    [{ explained: [explained(measured({ needed: 1, earned: 1 }))] }, 'Nothing to do right now.', 0],
    [{ status: 'LAPSED' as const, reasons: [ended], rule }, 'Contact the board about reinstatement.', 1],
    [{ status: 'SUSPENDED' as const }, 'Ask the board what it needs.', 0],
    [
      {
        explained: [
          explained(measured({ requirement: work('SERVICE'), needed: 50, earned: 38 }), {
            outlook: outlook({ openNow: 12, dueBy: '2026-08-31' }),
          }),
        ],
      },
      'Log 12 h more of service by Aug 31, 2026.',
      0,
    ],
    [
      { explained: [explained(monthly, { outlook: outlook({ dueBy: '2026-06-30', missed: 2 }) })], rule },
      'Short for a period that has ended: 2 sessions of supervision. Ask the board.',
      1,
    ],
    [
      { explained: [explained(monthly, { outlook: outlook({ dueBy: '2026-06-30' }) })] },
      'Nothing to do right now.',
      0,
    ],
  ])('is one sentence with at most one action (%#)', (of, text, actions) => {
    expect(stepOf(of)).toEqual([text, actions])
  })

  it('is Spanish where Spanish is chosen', () => {
    i18n.global.locale.value = 'es-US'
    const certification = figures({ explained: [explained(measured({ needed: 20, earned: 8.5 }))] })
    expect(mountInPage(NextStep, { certification, canCheck: true }).text()).toContain(
      'Busque cursos que sumen 11.5 h.',
    )
  })
})
