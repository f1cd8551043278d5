import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Whoever has not signed a session is told once after 7 days and once after 30; peers of an amendment, supervisors of a
 * comment, and those whom an agreement names of an answer to it.
 */
export class TellOfSignatures1797100000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(kinds(`kinds || ${KINDS}`))
    await runner.query('grant create on schema access to alongside_definer')
    await runner.query(telling)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function access.remind_of_signatures')
    await runner.query(`delete from notification where kind = any (${KINDS})`)
    await runner.query(
      kinds(`array(select kind from unnest(kinds) with ordinality k (kind, place)
        where kind <> all (${KINDS}) order by place)`),
    )
  }
}

const KINDS = `array['SESSION_AMENDED', 'SESSION_COMMENTED', 'SIGNATURES_WAIT', 'AGREEMENT_DECLINED']`

const telling = /* sql */ `
  -- It serves every organization, so that it works only where nobody is signed in. What was logged on one day is one
  -- notification, which says no more than that something waits; its key keeps it from being given twice, by whichever
  -- node. Each step is caught up on for six days, so that a node that was down tells later and an upgrade tells of little.
  create function access.remind_of_signatures(p_now timestamptz) returns integer
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with logged as (
      select s.organization_id, s.id, s.supervisor_id, (s.logged_at at time zone o.time_zone)::date as logged_on,
             step.days, (p_now at time zone o.time_zone)::date as today
        from supervision_session s
        join organization o on o.id = s.organization_id
        cross join (values (7), (30)) step (days)
       where access.organization_id() is null and s.voided_at is null and s.status = 'HELD'
         and s.logged_at > p_now - make_interval(days => step.days + 8)
         and (s.logged_at at time zone o.time_zone)::date
             between (p_now at time zone o.time_zone)::date - step.days - 6
                 and (p_now at time zone o.time_zone)::date - step.days),
    concerned as (
      select l.organization_id, l.id, l.supervisor_id as member_id, l.logged_on, l.days from logged l
       where exists (
         select from session_attendance a
           join session_segment g on g.organization_id = a.organization_id and g.session_id = a.session_id
           join supervision_relationship r on r.organization_id = a.organization_id and r.peer_id = a.peer_id
            and r.type = g.type and r.supervisor_id = l.supervisor_id
          where a.organization_id = l.organization_id and a.session_id = l.id and r.accepted_at is not null
            and (r.ends_on is null or r.ends_on >= l.today - 14))
      union all
      select l.organization_id, l.id, a.peer_id, l.logged_on, l.days from logged l
        join session_attendance a on a.organization_id = l.organization_id and a.session_id = l.id),
    told as (
      insert into notification (organization_id, recipient_id, kind, key, subject_id, created_at)
      select distinct c.organization_id, c.member_id, 'SIGNATURES_WAIT',
             'signatures-wait:' || c.days || ':' || to_char(c.logged_on, 'YYYY-MM-DD'), null::uuid, p_now
        from concerned c
        join membership m on m.organization_id = c.organization_id and m.id = c.member_id and m.disabled_at is null
         and m.account_id is not null
       where not exists (
         select from session_signature x
          where x.organization_id = c.organization_id and x.session_id = c.id and x.signer_id = c.member_id)
      on conflict on constraint notification_organization_id_recipient_id_key_key do nothing
      returning id)
    select count(*)::integer from told
  $$;
  alter function access.remind_of_signatures owner to alongside_definer;
`

/** Reads the kinds that are known so far: another migration may have added some of its own. */
function kinds(wanted: string): string {
  return /* sql */ `
    do $$
    declare
      kinds text[];
    begin
      select array_agg(words[1] order by place) into kinds
        from pg_constraint c,
             regexp_matches(pg_get_constraintdef(c.oid), '''([A-Z_]+)''', 'g') with ordinality k (words, place)
       where c.conname = 'notification_kind_known' and c.conrelid = 'notification'::regclass;
      kinds := ${wanted};
      alter table notification drop constraint notification_kind_known;
      execute format('alter table notification add constraint notification_kind_known check (kind in (%s))',
        (select string_agg(quote_literal(kind), ', ' order by place) from unnest(kinds) with ordinality k (kind, place)));
    end $$;
  `
}
