import { describe, expect, it } from 'vitest'
import { changedFields } from '../../../shared/src/validation/changed-fields.ts'

describe('what a further version says otherwise', () => {
  const before = { hours: 30, provider: null as string | null, topics: ['ethics', 'trauma'] }

  it('is each field that differs, in the order of the screen', () => {
    const after = { hours: 3, provider: 'A college', topics: ['ethics'] }
    expect(changedFields(before, after, ['provider', 'hours', 'topics'])).toEqual([
      'provider',
      'hours',
      'topics',
    ])
  })

  it('is no list in another order, and nothing that is empty both times', () => {
    const after = { ...before, topics: ['trauma', 'ethics'] }
    expect(changedFields(before, after, ['hours', 'provider', 'topics'])).toEqual([])
    expect(
      changedFields({ provider: null }, { provider: undefined as unknown as null }, ['provider']),
    ).toEqual([])
  })
})
