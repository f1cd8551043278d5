import { expect, it } from 'vitest'
import { i18n } from '../../../web/src/app/i18n/words.ts'
import CertificationStatusBadge from '../../../web/src/certification/status/CertificationStatusBadge.vue'
import words from '../../../web/src/certification/words.en.json' with { type: 'json' }
import { mountInPage } from '../../app/mount.ts'

i18n.global.mergeLocaleMessage('en', { certification: words })

it.each([
  ['CURRENT', [{ kind: 'EXPIRY' }], 'End date unknown'],
  ['CURRENT', [{ kind: 'HOURS' }], 'Current'],
  ['CURRENT', undefined, 'Current'],
  ['LAPSED', [{ kind: 'EXPIRY' }], 'Lapsed'],
] as const)('%s beside %j reads %s: nothing is current whose end nobody knows', (status, unknowns, label) => {
  expect(mountInPage(CertificationStatusBadge, { status, unknowns }).text()).toBe(label)
})
