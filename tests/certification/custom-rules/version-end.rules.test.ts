import type { CustomVersion } from '@alongside/shared/certification/custom-rules/custom-versions'
import { validateVersionEnd } from '@alongside/shared/certification/custom-rules/version-end'
import { expect, it } from 'vitest'

it('names a day that can be chosen where an end would leave a version all its days', () => {
  const version: CustomVersion = {
    number: 1,
    effectiveFrom: '2024-01-01',
    effectiveTo: '2027-12-31',
    rule: {},
    reason: 'Our payer asks for more',
    isWithdrawn: false,
    countsUntil: null,
  }
  const end = (countsUntil: string) =>
    validateVersionEnd(version, { countsUntil, reason: 'Sooner' }, [], '2026-06-01')
  const [refused] = end('2027-12-31')
  expect(refused).toEqual({ field: 'countsUntil', problem: 'too-far-ahead', limit: '2027-12-30' })
  expect(end('2028-01-01')).toEqual([refused])
  expect(end('2027-12-30')).toEqual([])
})
