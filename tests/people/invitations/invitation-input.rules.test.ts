import { canonicalEmail, validateEmail } from '@alongside/shared/people/account/email'
import { validateInvitation } from '@alongside/shared/people/invitations/invitation-input'
import { ROLES } from '@alongside/shared/people/roles'
import { describe, expect, it } from 'vitest'

const invitation = { email: 'ana@riverbend.example', displayName: 'Ana Lugo', roles: ['PEER', 'SUPERVISOR'] }

describe('an address', () => {
  it.each([
    'ana@riverbend.example',
    'a.b+c@sub.riverbend.org',
    ' Ana@Riverbend.example ',
    'o’neil@riverbend.example',
  ])('takes %s', (email) => {
    expect(validateEmail('email', email)).toEqual([])
  })

  it.each([
    'ana',
    'ana@',
    '@riverbend.org',
    'ana@riverbend',
    'a na@riverbend.org',
    'ana@@riverbend.org',
    'ana@river..bend.org',
    'ana@-.org',
    'ana@riverbend.org\r\nBcc: all@riverbend.org',
    `${'a'.repeat(65)}@riverbend.org`,
  ])('refuses %j', (email) => {
    expect(validateEmail('email', email)).toEqual([{ field: 'email', problem: 'not-an-address' }])
  })

  it('is at most 254 characters long', () => {
    const ofLength = (length: number): string => `a@${'b'.repeat(length - 6)}.org`
    expect(validateEmail('email', ofLength(254))).toEqual([])
    expect(validateEmail('email', ofLength(255))).toEqual([
      { field: 'email', problem: 'too-long', limit: 254 },
    ])
    expect(validateEmail('email', '  ')).toEqual([{ field: 'email', problem: 'required' }])
  })

  it('is one account, however it is spelled', () => {
    expect(canonicalEmail(' Ana@RiverBend.example')).toBe('ana@riverbend.example')
  })
})

describe('an invitation', () => {
  it('takes a name, an address and one to five roles', () => {
    expect(validateInvitation(invitation)).toEqual([])
    expect(validateInvitation({ ...invitation, roles: ROLES })).toEqual([])
  })

  it('names each field that is wrong', () => {
    expect(validateInvitation({ email: '', displayName: ' ', roles: [] })).toEqual([
      { field: 'email', problem: 'required' },
      { field: 'displayName', problem: 'required' },
      { field: 'roles', problem: 'too-few', limit: 1 },
    ])
    expect(validateInvitation({ ...invitation, displayName: 'x'.repeat(81) })).toEqual([
      { field: 'displayName', problem: 'too-long', limit: 80 },
    ])
  })

  it.each([
    [['OWNER'], 'not-an-option'],
    [['PEER', 'PEER'], 'repeated'],
    [[...ROLES, 'PEER'], 'too-many'],
  ])('refuses the roles %j', (roles, problem) => {
    expect(validateInvitation({ ...invitation, roles })[0]).toMatchObject({ field: 'roles', problem })
  })
})
