import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { useHoursOfDay } from '../../../web/src/certification/as-of/useHoursOfDay.ts'
import type { Requirement } from '../../../web/src/certification/requirements/requirement-words.ts'
import { ETHICS, exempt, measured, unknown, work } from '../../support/certification-figures.ts'
import '../../app/mount.ts'

function saidOf(...requirements: Requirement[]): string[] {
  let said: string[] = []
  const setup = () => void (said = useHoursOfDay().hoursOfDay(requirements, '2026-03-01'))
  mount({ template: '<p />', setup })
  return said
}

describe('the hours of a past day', () => {
  const service = unknown({ requirement: work('SERVICE'), why: 'PRACTICE_NOT_RECORDED' })

  it('are called complete only where all that is asked is known and there', () => {
    expect(saidOf(measured({ needed: 20, earned: 20 }))).toEqual([
      'Everything we can track was met on Mar 1, 2026.',
    ])
    expect(saidOf(measured({ needed: 20, earned: 20 }), service)).toEqual([
      'Progress on Mar 1, 2026 not verified: Service hours.',
    ])
  })

  it('name what was still to go and what nobody knows', () => {
    expect(
      saidOf(
        measured({ needed: 20, earned: 8 }),
        measured({ requirement: ETHICS, needed: 3, earned: 1 }),
        service,
      ),
    ).toEqual([
      'Short on Mar 1, 2026: Total hours (12 h), Ethics (2 h).',
      'Progress on Mar 1, 2026 not verified: Service hours.',
    ])
  })

  it('are not owed where the rule does not ask for them', () => {
    expect(saidOf(exempt({ exemption: 'NEW_HOLDER' }))).toEqual(['No hours were required on Mar 1, 2026.'])
  })
})
