import type { AmendmentReason } from '@alongside/shared/supervision/signing/amendment'
import { type SignatureKind, signOffOf } from '@alongside/shared/supervision/signing/sign-off'
import type { SupervisionType } from '@alongside/shared/supervision/supervision-types'
import { type LoadedNote, mayReadNote, type NoteReader } from '../sessions/session-note.policy.ts'
import type { SessionAmendment, SessionComment, SessionSignature } from './signature.types.ts'

// What is read of a session's signatures together with the session `s`, and what the reader is shown of it.

export interface CommentRow extends LoadedNote {
  readonly type: SupervisionType
  readonly peerName: string | null
  readonly comment: string
  readonly writtenAt: string
}
export interface SignatureColumns {
  readonly signatures: {
    signerId: string
    signerName: string | null
    kind: SignatureKind
    signedAt: string
    recordHash: string
  }[]
  readonly comments: CommentRow[]
  readonly amendment: { reason: AmendmentReason; line: string | null; amendedAt: string } | null
  /** The reader holds the session, and may sign it: also for some time after the supervision ended. */
  readonly maySign: boolean
  /** Somebody signed this version or another one. */
  readonly isSigned: boolean
}

const commentsOf = (type: string): string => /* sql */ `
  select json_build_object('type', c.type, 'supervisorId', c.supervisor_id, 'aboutPeerId', c.peer_id,
           'peerName', m.display_name, 'comment', c.comment, 'writtenAt', c.written_at) as one
    from ${type}_comment c
    left join membership m on m.organization_id = c.organization_id and m.id = c.peer_id
   where c.organization_id = s.organization_id and c.session_id = s.id`

/** In the list of columns of a statement about a session `s`. */
export const SIGNATURE_COLUMNS = /* sql */ `
  (select coalesce(json_agg(json_build_object('signerId', x.signer_id, 'signerName', m.display_name, 'kind', x.kind,
            'signedAt', x.signed_at, 'recordHash', encode(x.record_hash, 'hex'))
            order by x.peer_id is not null, x.signed_at, x.signer_id), '[]')
     from session_signature x
     left join membership m on m.organization_id = x.organization_id and m.id = x.signer_id
    where x.organization_id = s.organization_id and x.session_id = s.id) as signatures,
  (select coalesce(json_agg(comments.one), '[]') from (
     ${['administrative', 'educational', 'supportive'].map(commentsOf).join(' union all ')}) comments) as comments,
  (select json_build_object('reason', w.reason, 'line', w.line, 'amendedAt', w.amended_at) from session_amendment w
    where w.organization_id = s.organization_id and w.session_id = s.id) as amendment,
  s.supervisor_id = (select access.membership_id()) and access.may_sign_session(s.id) as "maySign",
  exists (select from supervision_session v
            join session_signature x on x.organization_id = v.organization_id and x.session_id = v.id
           where v.organization_id = s.organization_id
             and coalesce(v.version_of, v.id) = coalesce(s.version_of, s.id)) as "isSigned"`

interface Signed extends SignatureColumns {
  readonly supervisorId: string
  readonly status: string
  readonly voidedAt: string | Date | null
  readonly attendees: readonly { readonly id: string }[]
}

/** The fields of a session about its signatures, for whoever reads it. */
export function signaturesIn(row: Signed, me: string) {
  const { supervisorId, attendees, amendment, maySign } = row
  const counts = row.voidedAt === null && row.status === 'HELD'
  const { isComplete, waitingFor } = signOffOf(
    supervisorId,
    attendees.map(({ id }) => id),
    row.signatures,
  )
  const holds = supervisorId === me
  return {
    signatures: row.signatures.map(
      ({ signerId, signerName, kind, signedAt, recordHash }): SessionSignature => ({
        signer: { id: signerId, displayName: signerName },
        kind,
        signedAt: new Date(signedAt),
        recordHash,
      }),
    ),
    amendment: amendment && amendmentOf(amendment),
    isFullySigned: isComplete,
    awaitsMe: counts && waitingFor.includes(me) && (!holds || maySign),
    canCorrect: holds && !row.isSigned,
    canAmend: holds && row.isSigned && counts,
  }
}

/** A comment is a note of the peer's: who may read a note about them reads it. */
export function readableComments(
  { comments }: SignatureColumns,
  type: SupervisionType,
  readers: readonly NoteReader[],
): SessionComment[] {
  return comments
    .filter((one) => one.type === type && readers.some((reader) => mayReadNote(reader, one)))
    .map(({ aboutPeerId, peerName, comment, writtenAt }) => ({
      peer: { id: aboutPeerId ?? '', displayName: peerName },
      comment,
      writtenAt: new Date(writtenAt),
    }))
}

function amendmentOf({ amendedAt, ...amendment }: NonNullable<SignatureColumns['amendment']>) {
  const read: SessionAmendment = { ...amendment, amendedAt: new Date(amendedAt) }
  return read
}
