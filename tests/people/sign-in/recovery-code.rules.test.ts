import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalRecoveryCode } from '@alongside/shared/people/sign-in/recovery-code'
import { hashRecoveryCode, newRecoveryCode } from '../../../api/src/people/sign-in/secrets.ts'

/** The ways in which people write a sign of the code. */
const WRITTEN: Readonly<Record<string, readonly string[]>> = {
  '0': ['0', 'O', 'o'],
  '1': ['1', 'I', 'i', 'L', 'l'],
}

describe('a recovery code', () => {
  it('is read as people write it: any case, O for 0, I or L for 1, spaces and dashes anywhere', () => {
    const code = fc.constant(null).map(newRecoveryCode)
    fc.assert(
      fc.property(code, fc.infiniteStream(fc.nat(999)), (shown, choices) => {
        const next = (from: readonly string[]) => from[(choices.next().value ?? 0) % from.length] ?? ''
        const written = [...shown]
          .map((sign) => next(WRITTEN[sign] ?? [sign, sign.toLowerCase()]) + next(['', '', ' ', '-', ' – ']))
          .join('')
        expect(hashRecoveryCode(written)).toEqual(hashRecoveryCode(shown))
      }),
    )
  })

  it('tells different codes apart, and reads none into another', () => {
    expect(canonicalRecoveryCode('oO0-iIlL1')).toBe('00011111')
    expect(canonicalRecoveryCode('ＡＢ８')).toBe('AB8')
    expect(hashRecoveryCode('ABCDE')).not.toEqual(hashRecoveryCode('ABCDF'))
  })
})
