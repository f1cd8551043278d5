import { nextSessionStatuses, SESSION_STATUSES } from '@alongside/shared/supervision/sessions/session-formats'
import {
  ACTIVITIES_OF_TYPE,
  SUPERVISION_ACTIVITIES,
  SUPERVISION_TYPES,
} from '@alongside/shared/supervision/supervision-types'
import { describe, expect, it } from 'vitest'

describe('the three types of supervision', () => {
  it('have the six, four and five key activities of the source', () => {
    expect(SUPERVISION_TYPES.map((type) => ACTIVITIES_OF_TYPE[type].length)).toEqual([6, 4, 5])
  })

  it('share no activity: each belongs to one type', () => {
    const listed = SUPERVISION_TYPES.flatMap((type) => [...ACTIVITIES_OF_TYPE[type]] as string[])
    expect(listed.sort()).toEqual([...SUPERVISION_ACTIVITIES].sort())
  })
})

describe('a session', () => {
  it('goes from scheduled to one of three ends and stays there', () => {
    expect(nextSessionStatuses('SCHEDULED')).toEqual(['HELD', 'CANCELLED', 'MISSED'])
    for (const ended of SESSION_STATUSES.slice(1)) expect(nextSessionStatuses(ended)).toEqual([])
  })
})
