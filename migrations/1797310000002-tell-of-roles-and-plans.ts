import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Everybody who has a side in a role agreement is told when a version is proposed, accepted or withdrawn: the peer, the
 * peer's own supervisors, and for the agency its staff among them, else the managers, who answer in its name. The owner
 * of a plan about an agency is told of it, and once more when it is due. Nothing says what it is about.
 */
export class TellOfRolesAndPlans1797310000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    for (const step of [agreements, plans, kinds(`kinds || ${KINDS}`)]) await runner.query(step)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop function access.remind_of_plans;
      revoke select (organization_id, id, owner_id, due_on, ended_on) on structural_plan from alongside_definer;
      drop policy definer_reminds on structural_plan;
      drop trigger tell_of_role_agreement on role_agreement_acceptance;
      drop trigger tell_of_withdrawn_role_agreement on role_agreement;
      drop trigger tell_of_role_agreement on role_agreement;
      drop function access.tell_of_role_agreement;
    `)
    await runner.query(`delete from notification where kind = any (${KINDS})`)
    await runner.query(
      kinds(`array(select kind from unnest(kinds) with ordinality k (kind, place)
        where kind <> all (${KINDS}) order by place)`),
    )
  }
}

const KINDS = `array['ROLE_AGREEMENT_PROPOSED', 'ROLE_AGREEMENT_ACCEPTED', 'ROLE_AGREEMENT_WITHDRAWN', 'PLAN_OWNED',
  'PLAN_DUE']`

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

/** Whoever proposes accepts with it, and nobody is told of that twice. Staff of another agency have no side. */
const agreements = /* sql */ `
  create function access.tell_of_role_agreement() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    about role_agreement;
    told text;
    key text;
  begin
    if tg_table_name = 'role_agreement_acceptance' then
      select g.* into about from role_agreement g
       where g.organization_id = new.organization_id and g.id = new.agreement_id;
      if about.proposed_by = new.accepted_by and about.proposed_at = new.accepted_at then
        return null;
      end if;
      told := 'ROLE_AGREEMENT_ACCEPTED';
      key := 'role-agreement-accepted:' || new.agreement_id || ':' || new.side;
    else
      about := new;
      told := case tg_op when 'INSERT' then 'ROLE_AGREEMENT_PROPOSED' else 'ROLE_AGREEMENT_WITHDRAWN' end;
      key := case tg_op when 'INSERT' then 'role-agreement:' else 'role-agreement-withdrawn:' end || about.id;
    end if;
    perform access.notify(m.id, told, key, about.placement_id)
       from placement p
       join membership m on m.organization_id = p.organization_id and m.id <> access.membership_id()
      where p.organization_id = about.organization_id and p.id = about.placement_id
        and (m.id = about.peer_id
          or (m.host_agency_id is null or m.host_agency_id = p.host_agency_id) and exists (
            select from supervision_relationship r
             where r.organization_id = p.organization_id and r.peer_id = about.peer_id and r.supervisor_id = m.id
               and r.accepted_at is not null and r.starts_on <= access.today()
               and (r.ends_on is null or r.ends_on >= access.today()))
          or 'MANAGER' = any (m.roles) and not exists (
            select from supervision_relationship r
              join membership s on s.organization_id = r.organization_id and s.id = r.supervisor_id
             where r.organization_id = p.organization_id and r.peer_id = about.peer_id
               and s.host_agency_id = p.host_agency_id and r.accepted_at is not null
               and r.starts_on <= access.today() and (r.ends_on is null or r.ends_on >= access.today())));
    return null;
  end $$;
  alter function access.tell_of_role_agreement owner to alongside_definer;
  create trigger tell_of_role_agreement after insert on role_agreement
    for each row execute function access.tell_of_role_agreement();
  create trigger tell_of_withdrawn_role_agreement after update of withdrawn_at on role_agreement
    for each row when (old.withdrawn_at is null and new.withdrawn_at is not null)
    execute function access.tell_of_role_agreement();
  create trigger tell_of_role_agreement after insert on role_agreement_acceptance
    for each row execute function access.tell_of_role_agreement();
`

/** Once, on the day that the plan names or after it; an owner who is no manager any more cannot read it. */
const plans = /* sql */ `
  create policy definer_reminds on structural_plan for select to alongside_definer using (true);
  grant select (organization_id, id, owner_id, due_on, ended_on) on structural_plan to alongside_definer;
  create function access.remind_of_plans(p_now timestamptz) returns integer
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with notified as (
      insert into notification (organization_id, recipient_id, kind, key, subject_id, created_at)
      select m.organization_id, m.id, 'PLAN_DUE', 'plan-due:' || s.id, null, p_now
        from structural_plan s
        join organization o on o.id = s.organization_id
        join membership m on m.organization_id = s.organization_id and m.id = s.owner_id and m.disabled_at is null
         and 'MANAGER' = any (m.roles)
       where access.organization_id() is null and s.ended_on is null
         and s.due_on <= (p_now at time zone o.time_zone)::date
      on conflict on constraint notification_organization_id_recipient_id_key_key do nothing
      returning id)
    select count(*)::integer from notified
  $$;
  alter function access.remind_of_plans owner to alongside_definer;
`
