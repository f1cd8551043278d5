import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { installPlugins, pinia } from '../../../web/src/app/plugins.ts'
import { useSession } from '../../../web/src/app/session/session.store.ts'
import CertificationStatusBadge from '../../../web/src/certification/status/CertificationStatusBadge.vue'
import PeopleCertification from '../../../web/src/certification/status/PeopleCertification.vue'
import { TODAY } from '../../support/fixed-today.ts'
import { mountInPage } from '../../app/mount.ts'

it.each([
  ['CURRENT', [{ kind: 'EXPIRY' }], 'End date unknown'],
  ['CURRENT', [{ kind: 'HOURS' }], 'Current'],
  ['CURRENT', undefined, 'Current'],
  ['LAPSED', [{ kind: 'EXPIRY' }], 'Lapsed'],
] as const)('%s beside %j reads %s: nothing is current whose end nobody knows', (status, unknowns, label) => {
  expect(mountInPage(CertificationStatusBadge, { status, unknowns }).text()).toBe(label)
})

it.each([
  [null, 'No certification on file'],
  [
    { status: 'LAPSED', expiresOn: '2020-06-01', isExpiryUnknown: false, count: 1 },
    'Lapsed Expired Jun 1, 2020',
  ],
  [
    { status: 'AT_RISK', expiresOn: '2099-02-11', isExpiryUnknown: false, count: 2 },
    'At risk Expires Feb 11, 2099 2 certifications',
  ],
  [{ status: 'CURRENT', expiresOn: null, isExpiryUnknown: true, count: 1 }, 'End date unknown'],
] as const)('in the list of people, %j reads %s', (certification, text) => {
  useSession(pinia).today = TODAY
  const props = { certification }
  const said = mount(PeopleCertification, { props, global: { plugins: [installPlugins] } }).text()
  const close = (words: string) => words.replaceAll(/\s/g, '')
  expect(close(said)).toBe(close(text))
})
