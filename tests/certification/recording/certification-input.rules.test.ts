import { describe, expect, it } from 'vitest'
import { CE_CATEGORIES } from '@alongside/shared/certification/catalogue/ce-category'
import { validateCeHours, type CeHoursInput } from '@alongside/shared/certification/recording/ce-hours-input'
import {
  validateCertification,
  type CertificationInput,
} from '@alongside/shared/certification/recording/certification-input'

const TODAY = '2026-05-01'

const certification: CertificationInput = {
  credentialId: 'us-ca-cmpss',
  number: 'x'.repeat(60),
  issuedOn: TODAY,
  expiresOn: '2028-05-01',
  birthday: '02-29',
}

const ceHours: CeHoursInput = {
  title: 'x'.repeat(200),
  provider: 'x'.repeat(200),
  heldOn: TODAY,
  hours: 0.25,
  categories: CE_CATEGORIES,
  peerIds: Array.from({ length: 500 }, (_, place) => `${place}`),
}

describe('a certification', () => {
  it('is taken up to its limits, and without what is optional', () => {
    expect(validateCertification(certification, TODAY)).toEqual([])
    expect(validateCertification({ credentialId: 'us-ma-cps', issuedOn: '2020-02-29' }, TODAY)).toEqual([])
  })

  it.each<[Partial<CertificationInput>, string, string]>([
    [{ credentialId: 'us-xx-none' }, 'credentialId', 'not-found'],
    [{ number: 'x'.repeat(61) }, 'number', 'too-long'],
    [{ issuedOn: '2026-02-29' }, 'issuedOn', 'not-a-date'],
    [{ issuedOn: '2026-05-02' }, 'issuedOn', 'in-the-future'],
    [{ issuedOn: '1966-04-30' }, 'issuedOn', 'too-long-ago'],
    [{ expiresOn: '31/12/2026' }, 'expiresOn', 'not-a-date'],
    [{ expiresOn: TODAY }, 'expiresOn', 'before-its-start'],
    [{ expiresOn: '2046-05-02' }, 'expiresOn', 'too-large'],
    [{ birthday: '02-30' }, 'birthday', 'not-a-date'],
    [{ birthday: '1980-02-03' }, 'birthday', 'not-a-date'],
  ])('is refused with %o', (change, field, problem) => {
    const validationErrors = validateCertification({ ...certification, ...change }, TODAY)
    expect(
      validationErrors.map((validationError) => [validationError.field, validationError.problem]),
    ).toEqual([[field, problem]])
  })
})

describe('hours of continuing education', () => {
  it('are taken up to their limits', () => {
    expect(validateCeHours(ceHours, TODAY)).toEqual([])
    expect(validateCeHours({ ...ceHours, hours: 200, heldOn: '2016-05-01', provider: null }, TODAY)).toEqual(
      [],
    )
  })

  it.each<[Partial<CeHoursInput>, string, string]>([
    [{ title: ' ' }, 'title', 'required'],
    [{ title: 'x'.repeat(201) }, 'title', 'too-long'],
    [{ provider: 'x'.repeat(201) }, 'provider', 'too-long'],
    [{ heldOn: '2026-05-02' }, 'heldOn', 'in-the-future'],
    [{ heldOn: '2016-04-30' }, 'heldOn', 'too-long-ago'],
    [{ heldOn: 'yesterday' }, 'heldOn', 'not-a-date'],
    [{ hours: 0 }, 'hours', 'too-small'],
    [{ hours: 200.25 }, 'hours', 'too-large'],
    [{ hours: 1.1 }, 'hours', 'not-in-steps'],
    [{ hours: Number.NaN }, 'hours', 'not-a-number'],
    [{ categories: [] }, 'categories', 'too-few'],
    [{ categories: ['golf'] }, 'categories', 'not-an-option'],
    [{ categories: ['ethics', 'ethics'] }, 'categories', 'repeated'],
    [{ peerIds: [] }, 'peerIds', 'too-few'],
    [{ peerIds: ['a', 'a'] }, 'peerIds', 'repeated'],
    [{ peerIds: [...ceHours.peerIds, 'one more'] }, 'peerIds', 'too-many'],
  ])('are refused with %o', (change, field, problem) => {
    const validationErrors = validateCeHours({ ...ceHours, ...change }, TODAY)
    expect(
      validationErrors.map((validationError) => [validationError.field, validationError.problem]),
    ).toEqual([[field, problem]])
  })
})
