import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Signatures and amendments are chained: each link holds a hash of what was signed and the hash of the link before, so
 * that a row that was altered, or taken out, is found. One chain for each organization, appended under a lock.
 */
export class RecordChain1797100000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    for (const step of [chain, hashes, appending, checking]) await runner.query(step)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop trigger chain_signature on session_signature;
      drop trigger chain_amendment on session_amendment;
      drop function access.check_record_chain, access.chain_signature, access.chain_amendment,
        access.append_to_record_chain, access.signature_hash, access.amendment_hash, access.record_link_hash;
      drop table record_chain;
    `)
  }
}

const chain = /* sql */ `
  create table record_chain (
    organization_id uuid not null,
    link_number bigint not null,
    at timestamptz not null,
    kind text not null constraint record_chain_kind_known check (kind in ('SIGNATURE', 'AMENDMENT')),
    session_id uuid not null,
    member_id uuid not null,
    content_hash bytea not null,
    previous_hash bytea not null,
    hash bytea not null,
    constraint record_chain_pkey primary key (organization_id, link_number),
    constraint record_chain_organization_id_session_id_fkey foreign key (organization_id, session_id)
      references supervision_session (organization_id, id),
    constraint record_chain_organization_id_member_id_fkey foreign key (organization_id, member_id)
      references membership (organization_id, id)
  );
  create index record_chain_organization_id_session_id_idx on record_chain (organization_id, session_id);
  create index record_chain_organization_id_member_id_idx on record_chain (organization_id, member_id);
  call access.enable_tenant_rls('record_chain');
  create policy office_reads on record_chain for select to alongside_app
    using ((select access.has_role('MANAGER')) or (select access.has_role('AUDITOR')));
  create policy definer_access on record_chain to alongside_definer using (true) with check (true);
  grant select on record_chain to alongside_app;
  grant select, insert on record_chain to alongside_definer;
  create trigger prevent_record_changes before update or delete or truncate on record_chain
    for each statement execute function access.prevent_record_changes();
`

/** In lines, as the record of a session: docs/operating.md. */
const hashes = /* sql */ `
  create function access.signature_hash(p_organization_id uuid, p_session_id uuid, p_signer_id uuid) returns bytea
  language sql stable set search_path = pg_catalog, public, pg_temp as $$
    select sha256(convert_to(concat_ws(E'\\n', 'alongside signature 1', 'session ' || x.session_id,
             'signer ' || x.signer_id, 'kind ' || x.kind,
             'at ' || to_char(x.signed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
             'record ' || encode(x.record_hash, 'hex'),
             (select string_agg(line, E'\\n' order by line collate "C") from (
               ${['administrative', 'educational', 'supportive']
                 .map(
                   (type) => `select concat_ws(' ', 'comment', c.type, encode(sha256(convert_to(
                        concat_ws(E'\\n', c.id, c.comment), 'UTF8')), 'hex')) as line
                   from ${type}_comment c where c.organization_id = x.organization_id
                    and c.session_id = x.session_id and c.peer_id = x.peer_id`,
                 )
                 .join(' union all ')}) comments)), 'UTF8'))
      from session_signature x
     where x.organization_id = p_organization_id and x.session_id = p_session_id and x.signer_id = p_signer_id
  $$;

  create function access.amendment_hash(p_organization_id uuid, p_session_id uuid) returns bytea
  language sql stable set search_path = pg_catalog, public, pg_temp as $$
    select sha256(convert_to(concat_ws(E'\\n', 'alongside amendment 1', 'amends ' || m.amends_id,
             'session ' || m.session_id, 'by ' || m.supervisor_id, 'reason ' || m.reason,
             'at ' || to_char(m.amended_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
             'line ' || encode(sha256(convert_to(coalesce(m.line, ''), 'UTF8')), 'hex'),
             'record ' || encode(sha256(convert_to(coalesce(
               access.session_record(m.organization_id, m.session_id), ''), 'UTF8')), 'hex')), 'UTF8'))
      from session_amendment m
     where m.organization_id = p_organization_id and m.session_id = p_session_id
  $$;

  create function access.record_link_hash(link record_chain) returns bytea
  language sql immutable set search_path = pg_catalog, public, pg_temp as $$
    select sha256(convert_to(concat_ws(E'\\n', 'alongside record link 1', 'organization ' || link.organization_id,
             'number ' || link.link_number,
             'at ' || to_char(link.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'kind ' || link.kind,
             'session ' || link.session_id, 'member ' || link.member_id,
             'content ' || encode(link.content_hash, 'hex'), 'previous ' || encode(link.previous_hash, 'hex')), 'UTF8'))
  $$;
`

const appending = /* sql */ `
  -- No SECURITY DEFINER of its own: whoever calls it otherwise has no right to insert.
  create function access.append_to_record_chain(
    p_organization_id uuid, p_at timestamptz, p_kind text, p_session_id uuid, p_member_id uuid, p_content_hash bytea)
  returns void language plpgsql set search_path = pg_catalog, public, pg_temp as $$
  declare
    link record_chain;
  begin
    perform pg_advisory_xact_lock(hashtextextended('record chain of ' || p_organization_id, 0));
    select p_organization_id, coalesce(max(c.link_number), 0) + 1, p_at, p_kind, p_session_id, p_member_id, p_content_hash
      into link.organization_id, link.link_number, link.at, link.kind, link.session_id, link.member_id, link.content_hash
      from record_chain c where c.organization_id = p_organization_id;
    link.previous_hash := coalesce((
      select c.hash from record_chain c
       where c.organization_id = p_organization_id and c.link_number = link.link_number - 1), sha256(''));
    link.hash := access.record_link_hash(link);
    insert into record_chain select link.*;
  end $$;

  -- After the wall has let the signature by: before it, a refusal would tell of sessions that are not the caller's.
  create function access.chain_signature() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    if exists (select from supervision_session s
                where s.organization_id = new.organization_id and s.id = new.session_id and s.voided_at is not null
                  -- What is loaded as of a past day may have been voided since.
                  and not (access.organization_id() is null and s.voided_at > new.signed_at)) then
      raise check_violation using constraint = 'session_signature_of_what_counts';
    end if;
    if (new.kind = 'COMMENTED') <> (
      ${['administrative', 'educational', 'supportive']
        .map(
          (type) => `exists (select from ${type}_comment c
            where c.organization_id = new.organization_id and c.session_id = new.session_id and c.peer_id = new.peer_id)`,
        )
        .join(' or ')}) then
      raise check_violation using constraint = 'session_signature_says_that_it_comments';
    end if;
    perform access.append_to_record_chain(new.organization_id, new.signed_at, 'SIGNATURE', new.session_id, new.signer_id,
      access.signature_hash(new.organization_id, new.session_id, new.signer_id));
    return null;
  end $$;
  alter function access.chain_signature owner to alongside_definer;
  create trigger chain_signature after insert on session_signature for each row
    execute function access.chain_signature();

  create function access.chain_amendment() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    perform access.append_to_record_chain(new.organization_id, new.amended_at, 'AMENDMENT', new.session_id,
      new.supervisor_id, access.amendment_hash(new.organization_id, new.session_id));
    return null;
  end $$;
  alter function access.chain_amendment owner to alongside_definer;
  create trigger chain_amendment after insert on session_amendment for each row
    execute function access.chain_amendment();
`

const checking = /* sql */ `
  -- For auditors and managers, of their organization. A link is good where its number follows, it holds the hash of the
  -- link before and its own, and what it speaks of hashes to what it holds. Links at the end that are gone together with
  -- their signatures leave no trace here: the last hash, printed or sent elsewhere, shows that.
  create function access.check_record_chain()
  returns table (links bigint, last_hash bytea, first_broken bigint, broken_at timestamptz, problem text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    with placed as (
      select c, row_number() over own as place, lag(c.hash) over own as before
        from record_chain c
       where c.organization_id = access.organization_id()
         and (access.has_role('AUDITOR') or access.has_role('MANAGER'))
      window own as (order by c.link_number)),
    -- All sessions at once: one by one takes long.
    records as materialized (
      select l.session_id, sha256(convert_to(string_agg(l.line, E'\\n' order by l.place, l.line collate "C"), 'UTF8')) as hash
        from access.session_record_lines(access.organization_id(), array(select distinct (c).session_id from placed)) l
       group by l.session_id),
    judged as (
      select (c).link_number, (c).at, (c).hash, case
               when (c).link_number <> place or (c).previous_hash <> coalesce(before, sha256('')) then 'LINK_MISSING'
               when (c).hash <> access.record_link_hash(c) then 'LINK_CHANGED'
               when (c).kind = 'AMENDMENT' and (c).content_hash is distinct from
                    access.amendment_hash((c).organization_id, (c).session_id) then 'AMENDMENT_CHANGED'
               when (c).kind = 'SIGNATURE' and (c).content_hash is distinct from
                    access.signature_hash((c).organization_id, (c).session_id, (c).member_id) then 'SIGNATURE_CHANGED'
               when (c).kind = 'SIGNATURE' and (
                    select x.record_hash from session_signature x
                     where x.organization_id = (c).organization_id and x.session_id = (c).session_id
                       and x.signer_id = (c).member_id) is distinct from r.hash then 'SESSION_CHANGED'
             end as problem
        from placed left join records r on r.session_id = (c).session_id),
    unchained as (
      select min(x.signed_at) as at from session_signature x
       where x.organization_id = access.organization_id()
         and (access.has_role('AUDITOR') or access.has_role('MANAGER')) and not exists (
           select from record_chain c
            where c.organization_id = x.organization_id and c.session_id = x.session_id and c.member_id = x.signer_id
              and c.kind = 'SIGNATURE'))
    select count(j.link_number), (array_agg(j.hash order by j.link_number desc))[1],
           min(j.link_number) filter (where j.problem is not null),
           coalesce((array_agg(j.at order by j.link_number) filter (where j.problem is not null))[1],
                    (select at from unchained)),
           coalesce((array_agg(j.problem order by j.link_number) filter (where j.problem is not null))[1],
                    case when (select at from unchained) is not null then 'LINK_MISSING' end)
      from judged j
  $$;
  alter function access.check_record_chain owner to alongside_definer;
`
