import { expect, it } from 'vitest'
import CertificationStatusBadge from '../../../web/src/certification/status/CertificationStatusBadge.vue'
import { mountInPage } from '../../app/mount.ts'

it.each([
  ['CURRENT', [{ kind: 'EXPIRY' }], 'End date unknown'],
  ['CURRENT', [{ kind: 'HOURS' }], 'Current'],
  ['CURRENT', undefined, 'Current'],
  ['LAPSED', [{ kind: 'EXPIRY' }], 'Lapsed'],
] as const)('%s beside %j reads %s: nothing is current whose end nobody knows', (status, unknowns, label) => {
  expect(mountInPage(CertificationStatusBadge, { status, unknowns }).text()).toBe(label)
})
