import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The record chain is checked every night; what was found last stays where an auditor and an admin read it. */
export class CheckRecordChainNightly1797330000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    for (const step of [results, judging, asking, nightly]) await runner.query(step)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    await runner.query(before)
    await runner.query(/* sql */ `
      drop function access.check_record_chains, access.judge_record_chain;
      drop table record_chain_check;
    `)
    await runner.query('revoke create on schema access from alongside_definer')
  }
}

const results = /* sql */ `
  create table record_chain_check (
    organization_id uuid not null,
    checked_at timestamptz not null,
    links bigint not null,
    first_broken bigint,
    broken_at timestamptz,
    problem text constraint record_chain_check_problem_known check (problem in (
      'LINK_MISSING', 'LINK_CHANGED', 'SIGNATURE_CHANGED', 'AMENDMENT_CHANGED', 'SESSION_CHANGED')),
    constraint record_chain_check_pkey primary key (organization_id),
    constraint record_chain_check_organization_id_fkey foreign key (organization_id) references organization (id),
    constraint record_chain_check_broken_since check ((problem is null) = (broken_at is null))
  );
  call access.enable_tenant_rls('record_chain_check');
  create policy definer_access on record_chain_check to alongside_definer using (true) with check (true);
  create policy auditor_and_admin_read on record_chain_check for select to alongside_app
    using ((select access.has_role('AUDITOR')) or (select access.has_role('ADMIN')));
  grant select on record_chain_check to alongside_app;
  grant select, insert, update on record_chain_check to alongside_definer;
`

const JUDGEMENT =
  'returns table (links bigint, last_hash bytea, first_broken bigint, broken_at timestamptz, problem text)'

/** A link is good as 1797100000002-record-chain.ts says it, of any organization. No right of its own to read. */
const judging = /* sql */ `
  create function access.judge_record_chain(p_organization_id uuid)
  ${JUDGEMENT}
  language sql stable set search_path = pg_catalog, public, pg_temp as $$
    with placed as (
      select c, row_number() over own as place, lag(c.hash) over own as before
        from record_chain c
       where c.organization_id = p_organization_id
      window own as (order by c.link_number)),
    -- All sessions at once: one by one takes long.
    records as materialized (
      select l.session_id, sha256(convert_to(string_agg(l.line, E'\\n' order by l.place, l.line collate "C"), 'UTF8')) as hash
        from access.session_record_lines(p_organization_id, array(select distinct (c).session_id from placed)) l
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
       where x.organization_id = p_organization_id
         and not exists (
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
`

/** For auditors and managers, of their organization. */
const asking = /* sql */ `
  create or replace function access.check_record_chain()
  ${JUDGEMENT}
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select j.* from access.judge_record_chain(case when access.has_role('AUDITOR') or access.has_role('MANAGER')
                                                   then access.organization_id() end) j
  $$;
  alter function access.check_record_chain owner to alongside_definer;
`

/** Once for each organization and day of its clock; nobody who has entered can start it. */
const nightly = /* sql */ `
  create function access.check_record_chains(p_now timestamptz) returns integer
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with due as (
      select o.id from organization o
        left join record_chain_check c on c.organization_id = o.id
       where access.organization_id() is null
         and (c.checked_at is null or (c.checked_at at time zone o.time_zone)::date
                                      < (p_now at time zone o.time_zone)::date)),
    checked as (
      insert into record_chain_check (organization_id, checked_at, links, first_broken, broken_at, problem)
      select d.id, p_now, j.links, j.first_broken, j.broken_at, j.problem
        from due d cross join lateral access.judge_record_chain(d.id) j
      on conflict (organization_id) do update
        set checked_at = excluded.checked_at, links = excluded.links, first_broken = excluded.first_broken,
            broken_at = excluded.broken_at, problem = excluded.problem
      returning 1)
    select count(*)::integer from checked
  $$;
  alter function access.check_record_chains owner to alongside_definer;
`

const before = /* sql */ `
  create or replace function access.check_record_chain()
  ${JUDGEMENT}
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
