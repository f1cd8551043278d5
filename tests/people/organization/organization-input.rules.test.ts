import { describe, expect, it } from 'vitest'
import { validateHelpContact } from '../../../shared/src/people/help-contacts/help-contact-input.ts'
import { validateMemberRoles } from '../../../shared/src/people/members/member-roles.ts'
import {
  validateOrganization,
  validateTeam,
} from '../../../shared/src/people/organization/organization-input.ts'
import { SETUP_MINUTES } from '../../../shared/src/people/setup/setup-steps.ts'

const ZONES = ['America/Chicago']
const FINE = {
  name: 'First Light',
  kind: 'COURT',
  homeState: 'PR',
  timeZone: 'America/Chicago',
  locale: 'es',
}

describe('what an organization states about itself', () => {
  it('passes when it is complete', () => {
    expect(validateOrganization(FINE, ZONES)).toEqual([])
    expect(validateTeam({ name: 'Day team' })).toEqual([])
  })

  it('names every field at once', () => {
    const wrong = { name: ' ', kind: 'CLUB', homeState: 'oh', timeZone: 'EST', locale: '' }
    expect(validateOrganization(wrong, ZONES).map(({ field }) => field)).toEqual(Object.keys(FINE))
  })

  it('promises half an hour for the organization and its people, and ten minutes for what a manager adds', () => {
    const { SUPERVISORS, CERTIFICATIONS, ...ofTheAdmin } = SETUP_MINUTES
    expect(Object.values(ofTheAdmin).reduce((sum, minutes) => sum + minutes, 0)).toBe(30)
    expect(SUPERVISORS + CERTIFICATIONS).toBe(10)
  })
})

describe('a help contact', () => {
  it.each(['988', '555-010-0199', '(614) 555 0199', '+1 614.555.0199', '614-555-0199 ext. 12', '211 x5'])(
    'can be dialled: %s',
    (phone) => expect(validateHelpContact({ label: 'Line', phone })).toEqual([]),
  )
  it.each(['call us', '614-555-HELP', '614;555', '1'.repeat(31)])('cannot be dialled: %s', (phone) => {
    expect(validateHelpContact({ label: 'Line', phone })).toMatchObject([{ field: 'phone' }])
  })
  it.each(['http://a.org', 'https://', 'https://a', 'javascript:alert(1)', 'https://a b.org'])(
    'has no page at %s',
    (url) => expect(validateHelpContact({ label: 'Line', url })).toMatchObject([{ field: 'url' }]),
  )
})

describe('the roles of a member', () => {
  it('are at least one, none twice, and for the staff of a host agency only to supervise', () => {
    expect(validateMemberRoles('roles', [])).toMatchObject([{ problem: 'too-few' }])
    expect(validateMemberRoles('roles', ['PEER', 'PEER'])).toMatchObject([{ problem: 'repeated' }])
    expect(validateMemberRoles('roles', ['OWNER'])).toMatchObject([{ problem: 'not-an-option' }])
    const staff = { isHostAgencyStaff: true }
    expect(validateMemberRoles('roles', ['MANAGER'], staff)).toMatchObject([{ problem: 'not-an-option' }])
    expect(validateMemberRoles('roles', ['SUPERVISOR'], staff)).toEqual([])
  })
})
