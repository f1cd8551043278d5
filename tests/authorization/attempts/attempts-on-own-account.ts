import { randomUUID } from 'node:crypto'
import { NOW } from '../../support/fixed-today.ts'
import { type Attempt, insertion } from './attempt.ts'
import { MEMBERS } from '../walls-expected.ts'
import type { WallsWorld } from '../walls-world.ts'

// Who may set whose preferences: everybody their own.

const SUBMISSION = ['member_id', 'mutation', 'idempotency_key', 'record_id', 'body_hash', 'sent_at']
const SENT = () => ['recordLeave', randomUUID(), randomUUID(), Buffer.alloc(32), NOW.toISOString()]

export function attemptsOnOwnAccount({ cast }: WallsWorld): Attempt[] {
  const { colleague } = cast.actors
  return [
    insertion(
      'set own preferences',
      'member_preference',
      ['membership_id', 'theme'],
      (me) => [me, 'DARK'],
      MEMBERS,
    ),
    insertion(
      "set a colleague's preferences",
      'member_preference',
      ['membership_id', 'theme'],
      () => [colleague.id, 'DARK'],
      ['colleague'],
    ),
    insertion(
      'save a view',
      'saved_view',
      ['member_id', 'name', 'query', 'position', 'saved_at'],
      (me) => [me, 'Late', 'due=90', 2, NOW.toISOString()],
      MEMBERS,
    ),
    insertion(
      "save a view among a colleague's",
      'saved_view',
      ['member_id', 'name', 'query', 'position', 'saved_at'],
      () => [colleague.id, 'Late', 'due=90', 2, NOW.toISOString()],
      ['colleague'],
    ),
    insertion('send something under a key', 'submission', SUBMISSION, (me) => [me, ...SENT()], MEMBERS),
    insertion(
      'send something under a key for a colleague',
      'submission',
      SUBMISSION,
      () => [colleague.id, ...SENT()],
      ['colleague'],
    ),
    {
      label: 'change all saved views that one finds (only the peer has some)',
      table: 'saved_view',
      sql: "update saved_view set query = '' where $1::uuid = (select access.organization_id())",
      values: (_me, organizationId) => [organizationId],
      allowed: ['peer'],
    },
    // Reads no column, so that nothing but the policy for changes stands in its way.
    {
      label: 'change all preferences that one finds (only the peer has some)',
      table: 'member_preference',
      sql: "update member_preference set theme = 'DARK' where $1::uuid = (select access.organization_id())",
      values: (_me, organizationId) => [organizationId],
      allowed: ['peer'],
    },
  ]
}
