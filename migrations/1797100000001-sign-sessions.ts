import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * The supervisor signs a session, each peer acknowledges or comments on it. A signature keeps a hash of the session as it
 * was then, notes included, so that a change of any of them is noticed without anybody reading them. From the first
 * signature on a session is changed by an amendment only: a further version of it, with who, when and why.
 */
export class SignSessions1797100000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    for (const step of [signature, comments, record, amendment, fixed, reading]) await runner.query(step)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop trigger signed_session_stays on supervision_session;
      drop policy definer_locks on supervision_session;
      revoke update (voided_by) on supervision_session from alongside_definer;
      drop table session_amendment, ${TYPES.map((type) => `${type}_comment`).join(', ')}, session_signature;
      drop function access.require_unsigned_session, access.hash_session_record, access.session_record,
        access.session_record_lines,
        access.may_sign_session, access.prevent_record_changes;
      ${[...NOTES, 'session_segment'].map((table) => `drop policy definer_hashes on ${table}; revoke select on ${table} from alongside_definer;`).join('\n')}
    `)
  }
}

const TYPES = ['administrative', 'educational', 'supportive']
const NOTES = TYPES.map((type) => `${type}_note`)

const signature = /* sql */ `
  -- A session of one's own for which one still supervises somebody who was there, in a type of it, or did until 14 days
  -- ago: who hands a peer over can still sign what was held before.
  create function access.may_sign_session(p_session_id uuid) returns boolean
  language sql stable set search_path = pg_catalog, public, pg_temp as $$
    select access.has_role('SUPERVISOR') and exists (
      select from session_attendance a
        join session_segment g on g.organization_id = a.organization_id and g.session_id = a.session_id
        join supervision_relationship r on r.organization_id = a.organization_id and r.peer_id = a.peer_id
         and r.type = g.type
       where a.organization_id = access.organization_id() and a.session_id = p_session_id
         and a.supervisor_id = access.membership_id() and r.supervisor_id = access.membership_id()
         and r.accepted_at is not null and (r.ends_on is null or r.ends_on >= access.today() - 14))
  $$;

  create table session_signature (
    organization_id uuid not null,
    session_id uuid not null,
    signer_id uuid not null,
    supervisor_id uuid not null,
    peer_id uuid,
    kind text not null constraint session_signature_kind_known
      check (kind in ('SIGNED', 'ACKNOWLEDGED', 'COMMENTED')),
    signed_at timestamptz not null,
    record_hash bytea not null constraint session_signature_record_hash_length check (octet_length(record_hash) = 32),
    constraint session_signature_pkey primary key (organization_id, session_id, signer_id),
    constraint session_signature_of_session foreign key (organization_id, session_id, supervisor_id)
      references supervision_session (organization_id, id, supervisor_id),
    constraint session_signature_by_attendee foreign key (organization_id, session_id, peer_id)
      references session_attendance (organization_id, session_id, peer_id),
    constraint session_signature_for_oneself check (
      case when peer_id is null then signer_id = supervisor_id and kind = 'SIGNED'
           else signer_id = peer_id and kind <> 'SIGNED' end)
  );
  create index session_signature_organization_id_supervisor_id_idx
    on session_signature (organization_id, supervisor_id);
  create index session_signature_organization_id_peer_id_idx on session_signature (organization_id, peer_id);
  call access.enable_tenant_rls('session_signature');
  -- In a group each peer sees the supervisor's signature and their own.
  create policy those_concerned_read on session_signature for select to alongside_app using (
    signer_id = (select access.membership_id())
    or supervisor_id = (select access.membership_id())
    or peer_id = any ((select access.peers_of_any_type())::uuid[])
    or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR'))
    or peer_id is null and exists (
      select from session_attendance a
       where a.organization_id = session_signature.organization_id and a.session_id = session_signature.session_id));
  create policy supervisor_signs on session_signature for insert to alongside_app with check (
    peer_id is null and signer_id = (select access.membership_id()) and supervisor_id = (select access.membership_id())
    and signed_at = (select access.now()) and access.may_sign_session(session_id)
    and exists (
      select from supervision_session s
       where s.organization_id = session_signature.organization_id and s.id = session_signature.session_id
         and s.status = 'HELD' and s.voided_at is null));
  create policy peer_acknowledges on session_signature for insert to alongside_app with check (
    peer_id = (select access.membership_id()) and signer_id = (select access.membership_id())
    and signed_at = (select access.now())
    and exists (
      select from supervision_session s
        join session_attendance a on a.organization_id = s.organization_id and a.session_id = s.id
       where s.organization_id = session_signature.organization_id and s.id = session_signature.session_id
         and s.supervisor_id = session_signature.supervisor_id and a.peer_id = (select access.membership_id())
         and s.status = 'HELD' and s.voided_at is null));
  create policy definer_access on session_signature for select to alongside_definer using (true);
  -- The hash is the database's to make.
  grant select, insert (organization_id, session_id, signer_id, supervisor_id, peer_id, kind, signed_at)
    on session_signature to alongside_app;
  grant select on session_signature to alongside_definer;
  create trigger audit_change after insert or update or delete on session_signature for each row
    execute function access.audit_change('SESSION', 'peer_id', 'session_id,kind');
`

/** A peer's comment belongs to a part of the session, and stands behind the wall of that part's notes. */
const comments = TYPES.map(
  (type) => /* sql */ `
  create table ${type}_comment (
    organization_id uuid not null,
    id uuid not null,
    session_id uuid not null,
    type text not null default '${type.toUpperCase()}'
      constraint ${type}_comment_type_is_its_own check (type = '${type.toUpperCase()}'),
    peer_id uuid not null,
    supervisor_id uuid not null,
    comment text not null constraint ${type}_comment_comment_length check (char_length(comment) between 1 and 2000),
    written_at timestamptz not null,
    constraint ${type}_comment_pkey primary key (organization_id, id),
    constraint ${type}_comment_one_of_each unique (organization_id, session_id, peer_id),
    constraint ${type}_comment_on_segment foreign key (organization_id, session_id, type)
      references session_segment (organization_id, session_id, type),
    constraint ${type}_comment_by_attendee foreign key (organization_id, session_id, peer_id)
      references session_attendance (organization_id, session_id, peer_id),
    constraint ${type}_comment_of_session foreign key (organization_id, session_id, supervisor_id)
      references supervision_session (organization_id, id, supervisor_id)
  );
  create index ${type}_comment_organization_id_peer_id_idx on ${type}_comment (organization_id, peer_id);
  call access.enable_tenant_rls('${type}_comment');
  create policy peer_reads on ${type}_comment for select to alongside_app
    using (peer_id = (select access.membership_id()));
  create policy supervisor_reads on ${type}_comment for select to alongside_app using (
    supervisor_id = (select access.membership_id())
    and exists (
      select from session_attendance a
        join supervision_relationship r on r.organization_id = a.organization_id and r.peer_id = a.peer_id
       where a.organization_id = ${type}_comment.organization_id and a.session_id = ${type}_comment.session_id
         and a.peer_id = ${type}_comment.peer_id
         and a.peer_id = any ((select access.peers_of('${type.toUpperCase()}'))::uuid[])
         and r.supervisor_id = (select access.membership_id()) and r.type = '${type.toUpperCase()}'
         and r.accepted_at is not null and r.starts_on <= a.held_on
         and (r.ends_on is null or r.ends_on >= (select access.today()))));
  -- Before the own signature, which says that there is a comment and keeps its hash.
  create policy peer_adds on ${type}_comment for insert to alongside_app with check (
    peer_id = (select access.membership_id()) and written_at = (select access.now())
    and exists (
      select from session_attendance a
       where a.organization_id = ${type}_comment.organization_id and a.session_id = ${type}_comment.session_id
         and a.peer_id = (select access.membership_id()) and a.supervisor_id = ${type}_comment.supervisor_id)
    and not exists (
      select from session_signature x
       where x.organization_id = ${type}_comment.organization_id and x.session_id = ${type}_comment.session_id
         and x.signer_id = (select access.membership_id())));
  create policy definer_hashes on ${type}_comment for select to alongside_definer using (true);
  grant select, insert on ${type}_comment to alongside_app;
  grant select on ${type}_comment to alongside_definer;
  ${
    type === 'supportive'
      ? `create policy unlocked_on_shared_device on ${type}_comment as restrictive for select to alongside_app
           using ((select access.is_unlocked()));`
      : ''
  }
`,
).join('\n')

const record = /* sql */ `
  ${[...NOTES, 'session_segment'].map((table) => `create policy definer_hashes on ${table} for select to alongside_definer using (true); grant select on ${table} to alongside_definer;`).join('\n')}

  -- The session in lines: docs/operating.md, shared/src/supervision/signing/session-record.ts. Of a note there is only
  -- a hash, together with its id: nobody but its readers has the id, so that nobody else can guess a short note.
  create function access.session_record_lines(p_organization_id uuid, p_session_ids uuid[])
  returns table (session_id uuid, place integer, line text)
  language sql stable set search_path = pg_catalog, public, pg_temp as $$
    select s.id, l.place, l.line
      from supervision_session s
      cross join lateral (values
        (1, 'alongside session record 1'),
        (2, 'session ' || s.id), (3, 'supervisor ' || s.supervisor_id), (4, 'held ' || to_char(s.held_on, 'YYYY-MM-DD')),
        (5, 'minutes ' || s.minutes), (6, 'status ' || s.status), (7, 'format ' || s.format),
        (8, 'modality ' || s.modality), (9, 'observed ' || case when s.observed then 'yes' else 'no' end)) l (place, line)
     where s.organization_id = p_organization_id and s.id = any (p_session_ids)
    union all
    select a.session_id, 10, 'attended ' || a.peer_id || ' ' || a.minutes from session_attendance a
     where a.organization_id = p_organization_id and a.session_id = any (p_session_ids)
    union all
    select g.session_id, 11, 'part ' || g.type || ' ' || g.minutes from session_segment g
     where g.organization_id = p_organization_id and g.session_id = any (p_session_ids)
    ${NOTES.map(
      (table) => `union all
    select n.session_id, 12, concat_ws(' ', 'note', n.type, coalesce(n.about_peer_id::text, 'group'), encode(sha256(convert_to(
             concat_ws(E'\\n', n.id, array_to_string(n.activities, ','), coalesce(n.note, '')), 'UTF8')), 'hex'))
      from ${table} n where n.organization_id = p_organization_id and n.session_id = any (p_session_ids)`,
    ).join('\n    ')}
  $$;

  create function access.session_record(p_organization_id uuid, p_session_id uuid) returns text
  language sql stable set search_path = pg_catalog, public, pg_temp as $$
    select string_agg(line, E'\\n' order by place, line collate "C")
      from access.session_record_lines(p_organization_id, array[p_session_id])
  $$;

  create function access.hash_session_record() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    -- Whoever corrects the session waits, or is waited for.
    perform from supervision_session s
      where s.organization_id = new.organization_id and s.id = new.session_id for share;
    new.record_hash := sha256(convert_to(
      coalesce(access.session_record(new.organization_id, new.session_id), ''), 'UTF8'));
    return new;
  end $$;
  alter function access.hash_session_record owner to alongside_definer;
  create trigger hash_session_record before insert on session_signature for each row
    execute function access.hash_session_record();
`

const amendment = /* sql */ `
  create table session_amendment (
    organization_id uuid not null,
    id uuid not null,
    amends_id uuid not null,
    session_id uuid not null,
    supervisor_id uuid not null,
    reason text not null constraint session_amendment_reason_known check (
      reason in ('WRONG_DATE', 'WRONG_LENGTH', 'WRONG_PERSON', 'WRONG_TYPE', 'WRONG_FORMAT', 'OTHER')),
    line text constraint session_amendment_line_length check (char_length(line) between 1 and 300),
    amended_at timestamptz not null,
    constraint session_amendment_pkey primary key (organization_id, id),
    constraint session_amendment_one_version unique (organization_id, session_id),
    constraint session_amendment_once unique (organization_id, amends_id),
    constraint session_amendment_of_session foreign key (organization_id, amends_id, supervisor_id)
      references supervision_session (organization_id, id, supervisor_id),
    constraint session_amendment_by_version foreign key (organization_id, session_id, supervisor_id)
      references supervision_session (organization_id, id, supervisor_id),
    constraint session_amendment_of_another check (amends_id <> session_id),
    constraint session_amendment_says_what check (reason <> 'OTHER' or line is not null)
  );
  create index session_amendment_organization_id_supervisor_id_idx
    on session_amendment (organization_id, supervisor_id);
  call access.enable_tenant_rls('session_amendment');
  create policy those_concerned_read on session_amendment for select to alongside_app using (
    supervisor_id = (select access.membership_id())
    or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR'))
    or exists (
      select from session_attendance a
       where a.organization_id = session_amendment.organization_id
         and a.session_id in (session_amendment.amends_id, session_amendment.session_id)));
  create policy supervisor_amends on session_amendment for insert to alongside_app with check (
    supervisor_id = (select access.membership_id()) and (select access.has_role('SUPERVISOR'))
    and amended_at = (select access.now())
    and exists (
      select from supervision_session s
       where s.organization_id = session_amendment.organization_id and s.id = session_amendment.session_id
         and s.supervisor_id = (select access.membership_id()) and s.version_of is not null
         and s.logged_at = (select access.now()))
    and exists (
      select from session_signature x
       where x.organization_id = session_amendment.organization_id and x.session_id = session_amendment.amends_id));
  create policy definer_access on session_amendment for select to alongside_definer using (true);
  grant select, insert on session_amendment to alongside_app;
  grant select on session_amendment to alongside_definer;
  create trigger audit_change after insert or update or delete on session_amendment for each row
    execute function access.audit_change('SESSION', '', 'session_id,reason');
`

const fixed = /* sql */ `
  create function access.prevent_record_changes() returns trigger language plpgsql as $$
  begin
    raise check_violation using constraint = 'record_immutable';
  end $$;
  ${['session_signature', 'session_amendment', ...TYPES.map((type) => `${type}_comment`)]
    .map(
      (table) => `create trigger prevent_record_changes before update or delete or truncate on ${table}
    for each statement execute function access.prevent_record_changes();`,
    )
    .join('\n')}
`

/** At the commit, when the amendment that replaces a signed version is there. */
const reading = /* sql */ `
  create policy definer_locks on supervision_session for update to alongside_definer using (true) with check (false);
  grant update (voided_by) on supervision_session to alongside_definer;

  create function access.require_unsigned_session() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    if exists (select from session_signature x
                where x.organization_id = new.organization_id and x.session_id = new.id)
      and not exists (select from session_amendment m
                       where m.organization_id = new.organization_id and m.amends_id = new.id
                         and m.amended_at = new.voided_at) then
      raise check_violation using constraint = 'supervision_session_signed';
    end if;
    return null;
  end $$;
  alter function access.require_unsigned_session owner to alongside_definer;
  create constraint trigger signed_session_stays after update on supervision_session
    deferrable initially deferred for each row when (old.voided_at is distinct from new.voided_at)
    execute function access.require_unsigned_session();
`
