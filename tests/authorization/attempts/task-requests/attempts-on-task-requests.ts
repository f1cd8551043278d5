import { randomUUID } from 'node:crypto'
import { NOW } from '../../../support/fixed-today.ts'
import type { Who } from '../../walls-expected.ts'
import type { WallsWorld } from '../../walls-world.ts'
import { type Attempt, insertion } from '../attempt.ts'

// Who may ask a peer for something, in whose name, and who answers; and who keeps a job description.

const at = NOW.toISOString()
const PEERS: Who = ['peer', 'colleague']

export function attemptsOnTaskRequests({ cast, tasks }: WallsWorld): Attempt[] {
  const { peer, manager } = cast.actors
  const columns = ['id', 'peer_id', 'recorded_by', 'asker', 'task', 'says', 'asked_at']
  const request = (
    label: string,
    asker: string,
    about: Attempt['values'],
    allowed: Who,
    when = at,
  ): Attempt =>
    insertion(
      label,
      'task_request',
      columns,
      (me, organization) => [
        randomUUID(),
        ...about(me, organization),
        asker,
        'Type reports',
        'NO_AGREEMENT',
        when,
      ],
      allowed,
    )
  const ofPeer: Attempt['values'] = (me) => [peer.id, me]
  const answer = (label: string, state: string, said: unknown, allowed: Who, when = at): Attempt =>
    insertion(
      label,
      'task_answer',
      ['task_request_id', 'peer_id', 'state', 'sentence', 'answered_at'],
      () => [tasks.open, peer.id, state, said, when],
      allowed,
    )
  const description = (
    label: string,
    savedBy: (me: string) => string,
    version: number,
    allowed: Who,
  ): Attempt =>
    insertion(
      label,
      'job_description',
      ['id', 'placement_id', 'peer_id', 'version', 'text', 'saved_by', 'saved_at'],
      (me) => [randomUUID(), tasks.placementId, peer.id, version, 'words', savedBy(me), at],
      allowed,
    )
  return [
    request('record what one was asked to do', 'TEAM', (me) => [me, me], PEERS),
    request(
      'record what one was asked to do, long ago',
      'TEAM',
      (me) => [me, me],
      [],
      '2025-01-01T00:00:00Z',
    ),
    request('record a task in the name of another', 'TEAM', () => [peer.id, manager.id], []),
    request('ask the peer for something as a supervisor', 'SUPERVISOR', ofPeer, [
      'peer',
      'educational',
      'supportive',
    ]),
    request('ask the peer for something as a manager', 'MANAGER', ofPeer, ['peer', 'manager']),
    request('ask the peer for something for the host agency', 'HOST_AGENCY', ofPeer, [
      'peer',
      'administrative',
    ]),
    request('ask the peer for something for the team', 'TEAM', ofPeer, ['peer']),
    answer('answer a task request', 'DECLINED', 'No', ['peer']),
    answer('answer a task request for yesterday', 'DECLINED', 'No', [], '2026-06-01T00:00:00Z'),
    description('keep a job description', (me) => me, 2, ['manager']),
    description('keep a job description in the name of another', () => manager.id, 3, ['manager']),
  ]
}
