import { Any, IsNull, Not } from 'typeorm'
import { describe, expect, it } from 'vitest'
import {
  columnsOf,
  insertFrom,
  insertOf,
  insertRowsOf,
  ME,
  NOW,
  updateOf,
} from '../../api/src/database/statements.ts'
import { CaseloadCount } from '../../api/src/people/placements/caseload-count.entity.ts'
import { LeavePeriod } from '../../api/src/people/employment/leave-period.entity.ts'
import { Organization } from '../../api/src/people/organization/organization.entity.ts'
import { RenewalRuleVersion } from '../../api/src/certification/custom-rules/renewal-rule-version.entity.ts'

const DAYS = { startsOn: '2026-03-02', endsOn: null }

/** On one line and without the quotes around names that need none. */
const textOf = ({ text }: { text: string }): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/"([a-z_]+)"/g, '$1')
    .trim()
const sent = (statement: { text: string; values: readonly unknown[] }) => ({
  text: textOf(statement),
  values: statement.values,
})

describe('an insert', () => {
  it('names only the columns that it fills, and the tenant by itself', () => {
    expect(
      sent(insertOf(LeavePeriod, { id: 'l', peerId: 'p', ...DAYS, enteredBy: ME, enteredAt: NOW })),
    ).toEqual({
      text:
        'INSERT INTO leave_period(organization_id, id, peer_id, starts_on, ends_on, entered_by, entered_at)' +
        ' VALUES (access.organization_id(), $1, $2, $3, $4, access.membership_id(), access.now())',
      values: ['l', 'p', '2026-03-02', null],
    })
  })

  it('has one text, however the values are ordered, so that it is prepared once', () => {
    const one = insertOf(LeavePeriod, { id: 'l', peerId: 'p', ...DAYS })
    const other = insertOf(LeavePeriod, { ...DAYS, peerId: 'p', id: 'l' })
    expect(sent(other)).toEqual(sent(one))
  })

  it('returns what it is asked for, under the names of the properties', () => {
    expect(textOf(insertOf(LeavePeriod, { id: 'l' }, { returning: ['id', 'peerId'] }))).toMatch(
      / RETURNING id, peer_id as "peerId"$/,
    )
    expect(insertOf(LeavePeriod, { id: 'l' }).text).not.toMatch(/returning/i)
  })

  it('leaves the row that is there, or overwrites named columns of it', () => {
    expect(insertOf(LeavePeriod, { id: 'l' }, { onConflict: 'nothing' }).text).toMatch(
      / ON CONFLICT DO NOTHING/,
    )
    const sameDay = { of: ['organizationId', 'countedOn'], set: ['people', 'enteredBy'] } as const
    const count = { people: 20, enteredBy: ME }
    expect(textOf(insertOf(CaseloadCount, count, { onConflict: sameDay }))).toMatch(
      /ON CONFLICT \( organization_id, counted_on \) DO UPDATE SET people = EXCLUDED.people, entered_by = EXCLUDED.entered_by$/,
    )
  })

  it('sends JSON as text, which a list would not be otherwise', () => {
    expect(insertOf(RenewalRuleVersion, { rule: [{ a: 1 }] }).values).toEqual(['[{"a":1}]'])
  })
})

describe('an insert from other rows', () => {
  it('calls its values and parameters by name, each once', () => {
    const from =
      'from membership m where m.id = :peerId and m.display_name <> :name and m.joined_on <= :startsOn'
    const values = { peerId: 'p', ...DAYS, enteredBy: () => 'm.id' }
    const options = { parameters: { name: 'n' }, onConflict: 'nothing', returning: ['id'] } as const
    expect(sent(insertFrom(LeavePeriod, from, values, options))).toEqual({
      text:
        'insert into leave_period (organization_id, peer_id, starts_on, ends_on, entered_by)' +
        ' select access.organization_id(), $1, $2, $3, m.id' +
        ' from membership m where m.id = $1 and m.display_name <> $4 and m.joined_on <= $2' +
        ' on conflict do nothing returning id',
      values: ['p', '2026-03-02', null, 'n'],
    })
  })

  it('takes lists as lists, so that the text does not grow with them', () => {
    const two = insertRowsOf(
      CaseloadCount,
      { peerId: ['p', 'q'], people: [20, 21] },
      { countedOn: '2026-03-02' },
    )
    expect(sent(two)).toEqual({
      text:
        'insert into caseload_count (organization_id, counted_on, peer_id, people)' +
        ' select access.organization_id(), $1, each.peer_id, each.people' +
        ' from unnest($2::uuid[], $3::integer[]) each (peer_id, people)',
      values: ['2026-03-02', ['p', 'q'], [20, 21]],
    })
    const one = insertRowsOf(CaseloadCount, { peerId: ['p'], people: [20] }, { countedOn: '2026-03-02' })
    expect(one.text).toBe(two.text)
  })
})

describe('an update', () => {
  it('never leaves the tenant', () => {
    expect(textOf(updateOf(LeavePeriod, {}, { removedAt: NOW }))).toMatch(
      / WHERE organization_id = access\.organization_id\(\)$/,
    )
  })

  it('compares values, missing values, expressions and operators', () => {
    const where = { id: 'l', removedAt: null, enteredBy: ME, peerId: Any(['p']), endsOn: Not(IsNull()) }
    expect(sent(updateOf(LeavePeriod, where, DAYS, { returning: ['id'] }))).toEqual({
      text:
        'UPDATE leave_period SET starts_on = $1, ends_on = $2' +
        ' WHERE (organization_id = access.organization_id() AND id = $3 AND removed_at IS NULL' +
        ' AND entered_by = access.membership_id() AND peer_id = ANY($4) AND NOT(ends_on IS NULL))' +
        ' RETURNING id',
      values: ['2026-03-02', null, 'l', ['p']],
    })
  })

  it('takes SQL and its parameters', () => {
    const set = { startsOn: () => 'least(starts_on, :day)' }
    const options = {
      and: 'ends_on is distinct from :day or removed_at > access.now()',
      parameters: { day: '2026-03-03' },
    }
    expect(sent(updateOf(LeavePeriod, { id: 'l' }, set, options))).toEqual({
      text:
        'UPDATE leave_period SET starts_on = least(starts_on, $1)' +
        ' WHERE (organization_id = access.organization_id() AND id = $2)' +
        ' AND (ends_on is distinct from $1 or removed_at > access.now())',
      values: ['2026-03-03', 'l'],
    })
  })

  it('adds no tenant column where the table has none', () => {
    expect(textOf(updateOf(Organization, { id: () => 'access.organization_id()' }, { name: 'n' }))).toMatch(
      / WHERE id = access\.organization_id\(\)$/,
    )
  })
})

describe('a list of columns', () => {
  it('renames only what is named otherwise', () => {
    expect(columnsOf(LeavePeriod, 'l', ['id', 'startsOn'])).toBe('l.id, l.starts_on as "startsOn"')
    expect(columnsOf(LeavePeriod, '', ['id', 'startsOn'])).toBe('id, starts_on as "startsOn"')
  })
})
