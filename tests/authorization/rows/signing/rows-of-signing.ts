import { randomUUID } from 'node:crypto'
import { NOW } from '../../../support/fixed-today.ts'
import { EARLIER, LAST_MONTH, type RowPlacing } from '../row-placing.ts'

type Holder = 'administrative' | 'educational' | 'supportive'
const TYPES = ['administrative', 'educational', 'supportive'] as const

/** Signatures, comments of each type, an amendment, and a signed session with a version that was just logged. */
export async function placeSigning(placing: RowPlacing, agreementId: string) {
  await placeAnswers(placing, agreementId)
  const qualification = randomUUID()
  await placing.place('qualification of a supervisor', 'supervisor_qualification', {
    ...{ id: qualification, supervisor_id: placing.actors.supportive.id, course: 'Supervising peers' },
    ...{ valid_from: '2025-01-01', recorded_by: placing.actors.manager.id, recorded_at: EARLIER },
  })
  for (const type of TYPES) {
    await placeCommented(placing, type, LAST_MONTH, `${type} comment`)
    await placeCommented(placing, type, '2023-06-01', `${type} comment from before the supervision`)
  }
  await placeGroup(placing)
  const amended = await placeVersions(placing, EARLIER)
  await placing.place('amendment of a session', 'session_amendment', {
    ...{ id: randomUUID(), amends_id: amended.first, session_id: amended.second },
    ...{ supervisor_id: placing.actors.supportive.id, reason: 'OTHER', amended_at: EARLIER },
    line: placing.secret('amendment of a session'),
  })
  placing.rows.push({
    label: 'link of the record chain',
    table: 'record_chain',
    where: { organization_id: placing.organization_id, link_number: '1' },
  })
  const checked = { organization_id: placing.organization_id, checked_at: EARLIER }
  await placing.build.insert('record_chain_check', { ...checked, links: 1 })
  placing.rows.push({
    label: 'nightly check of the record chain',
    table: 'record_chain_check',
    where: checked,
  })
  return { qualification, toAmend: await placeVersions(placing, NOW.toISOString()) }
}

interface Held {
  readonly id: string
  readonly holder: Holder
  readonly attendees: readonly { readonly id: string }[]
  readonly type?: Holder
  readonly heldOn?: string
  readonly loggedAt?: string
  readonly over?: object
}

async function hold({ build, organization_id, actors }: RowPlacing, session: Held): Promise<void> {
  const { id, holder, attendees, type = holder, heldOn = LAST_MONTH, loggedAt = EARLIER, over = {} } = session
  const held = { supervisor_id: actors[holder].id, held_on: heldOn, logged_at: loggedAt }
  const facts = { minutes: 60, status: 'HELD', format: 'GROUP', modality: 'PHONE' }
  await build.insert('supervision_session', { organization_id, id, ...held, ...facts, ...over })
  for (const { id: peer_id } of attendees)
    await build.insert('session_attendance', {
      ...{ organization_id, session_id: id, peer_id, minutes: 60 },
      ...held,
    })
  const segment = { organization_id, session_id: id, type: type.toUpperCase(), minutes: 60 }
  await build.insert('session_segment', segment)
}

async function placeCommented(placing: RowPlacing, holder: Holder, heldOn: string, label: string) {
  const { actors, place, secret } = placing
  const [session_id, supervisor_id, peer_id] = [randomUUID(), actors[holder].id, actors.peer.id]
  await hold(placing, { id: session_id, holder, attendees: [actors.peer], heldOn })
  const comment = { id: randomUUID(), session_id, peer_id, supervisor_id, written_at: EARLIER }
  await place(label, `${holder}_comment`, { ...comment, comment: secret(label) })
  await sign(placing, 'signature of the peer under a session', session_id, holder, peer_id, 'COMMENTED')
}

async function placeGroup(placing: RowPlacing): Promise<void> {
  const { peer, colleague } = placing.actors
  const id = randomUUID()
  await hold(placing, { id, holder: 'educational', attendees: [peer, colleague] })
  await sign(placing, 'signature of the supervisor under a group session', id, 'educational', null, 'SIGNED')
  await sign(
    placing,
    'signature of a colleague under a group session',
    id,
    'educational',
    colleague.id,
    'ACKNOWLEDGED',
  )
}

/** A signed version and the one that takes its place. */
async function placeVersions(placing: RowPlacing, loggedAt: string) {
  const [first, second] = [randomUUID(), randomUUID()]
  const { actors } = placing
  const version = { holder: 'supportive', attendees: [actors.peer] } as const
  const voided = { voided_by: actors.supportive.id, voided_at: loggedAt }
  await hold(placing, { ...version, id: first, over: voided })
  await sign(placing, 'signature of the supervisor under a session', first, 'supportive', null, 'SIGNED')
  await hold(placing, { ...version, id: second, loggedAt, over: { version_of: first } })
  return { first, second }
}

async function sign(
  { place, actors }: RowPlacing,
  label: string,
  session_id: string,
  holder: Holder,
  peer_id: string | null,
  kind: string,
): Promise<void> {
  const supervisor_id = actors[holder].id
  const signature = { session_id, signer_id: peer_id ?? supervisor_id, supervisor_id, peer_id, kind }
  await place(label, 'session_signature', { ...signature, signed_at: SIGNED }, [
    'organization_id',
    'session_id',
    'signer_id',
  ])
}

/** Of the peer about all of it, and of a supervisor about the term of the host agency's staff. */
async function placeAnswers({ place, secret, actors }: RowPlacing, agreement_id: string): Promise<void> {
  const key = ['organization_id', 'agreement_id', 'member_id']
  for (const [label, member, type] of [
    ['answer to an agreement', actors.peer, null],
    ['answer to the administrative term of an agreement', actors.supportive, 'ADMINISTRATIVE'],
  ] as const) {
    const answer = { agreement_id, member_id: member.id, peer_id: actors.peer.id, type }
    await place(
      label,
      'supervision_agreement_objection',
      { ...answer, line: secret(label), made_at: NOW },
      key,
    )
  }
}

const SIGNED = '2026-05-20T12:00:00Z'
