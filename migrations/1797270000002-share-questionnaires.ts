import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A share ticket can name a finished ProQOL or ethics reflection too, and never one that is still open. */
export class ShareQuestionnaires1797270000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    for (const step of [tickets, scales, looking, leaving]) await runner.query(step)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    await runner.query(/* sql */ `
      drop trigger erase_answer_shares on erasure;
      drop function access.erase_answer_shares;
      drop function access.look_at_share;
      drop function access.proqol_scales;
      revoke select on ethics_reflection, proqol_response from alongside_definer;
      grant select (organization_id, member_id) on ethics_reflection, proqol_response to alongside_definer;
      delete from share_look l using share_ticket t
       where t.organization_id = l.organization_id and t.id = l.ticket_id and t.kind in ('PROQOL', 'ETHICS_REFLECTION');
      delete from share_ticket where kind in ('PROQOL', 'ETHICS_REFLECTION');
      drop policy only_finished on share_ticket;
      alter table share_ticket
        drop constraint share_ticket_names_one_artefact,
        drop constraint share_ticket_kind_known,
        drop column proqol_response_id,
        drop column ethics_reflection_id,
        add constraint share_ticket_kind_known check (kind in ('CHECK_IN', 'PLAN_LINE')),
        add constraint share_ticket_names_one_artefact check (
          case kind when 'CHECK_IN' then check_in_id is not null and plan_line_id is null
                    when 'PLAN_LINE' then plan_line_id is not null and check_in_id is null and scope = 'EVERYTHING'
                    else false end);
      alter table proqol_response drop constraint proqol_response_organization_id_id_member_id_key;
    `)
    await runner.query(lookingBefore)
    await runner.query('revoke create on schema access from alongside_definer')
  }
}

const tickets = /* sql */ `
  alter table proqol_response
    add constraint proqol_response_organization_id_id_member_id_key unique (organization_id, id, member_id);
  alter table share_ticket
    add column proqol_response_id uuid,
    add column ethics_reflection_id uuid,
    drop constraint share_ticket_kind_known,
    add constraint share_ticket_kind_known check (kind in ('CHECK_IN', 'PLAN_LINE', 'PROQOL', 'ETHICS_REFLECTION')),
    drop constraint share_ticket_names_one_artefact,
    add constraint share_ticket_names_one_artefact check (
      num_nonnulls(check_in_id, plan_line_id, proqol_response_id, ethics_reflection_id) = 1
      and case kind when 'CHECK_IN' then check_in_id is not null
                    when 'PLAN_LINE' then plan_line_id is not null and scope = 'EVERYTHING'
                    when 'PROQOL' then proqol_response_id is not null
                    when 'ETHICS_REFLECTION' then ethics_reflection_id is not null and scope = 'EVERYTHING'
                    else false end),
    add constraint share_ticket_of_own_proqol foreign key (organization_id, proqol_response_id, owner_id)
      references proqol_response (organization_id, id, member_id),
    add constraint share_ticket_of_own_ethics_reflection foreign key (organization_id, ethics_reflection_id, owner_id)
      references ethics_reflection (organization_id, id, member_id);
  create index share_ticket_organization_id_proqol_response_id_idx on share_ticket (organization_id, proqol_response_id);
  create index share_ticket_organization_id_ethics_reflection_id_idx on share_ticket (organization_id, ethics_reflection_id);
  create policy only_finished on share_ticket as restrictive for insert to alongside_app with check (
    (proqol_response_id is null or exists (
      select from proqol_response p
       where p.organization_id = share_ticket.organization_id and p.id = share_ticket.proqol_response_id
         and p.member_id = (select access.membership_id()) and p.finished_on is not null))
    and (ethics_reflection_id is null or exists (
      select from ethics_reflection e
       where e.organization_id = share_ticket.organization_id and e.id = share_ticket.ethics_reflection_id
         and e.member_id = (select access.membership_id()) and e.finished_on is not null)));
`

/** The same key as shared/src/wellness/questionnaires/proqol.ts, so that single answers stay here when only results go. */
const scales = /* sql */ `
  create function access.proqol_scales(p_answers smallint[], out answered smallint[], out scores smallint[])
  language sql immutable set search_path = pg_catalog, pg_temp as $$
    with counted as (
      select k.scale, count(a.answer) as given,
             sum(case when k.item = any ('{1,4,15,17,29}') then 6 - a.answer else a.answer end) as score
        from (select 1 as scale, unnest('{3,6,12,16,18,20,22,24,27,30}'::integer[]) as item
              union all select 2, unnest('{1,4,8,10,15,17,19,21,26,29}'::integer[])
              union all select 3, unnest('{2,5,7,9,11,13,14,23,25,28}'::integer[])) k,
             lateral (select p_answers[k.item] as answer) a
       group by k.scale)
    select array_agg(given::smallint order by scale),
           array_agg(case when given = 10 then score::smallint end order by scale)
      from counted
  $$;
`

const SIGNATURE = /* sql */ `
  create function access.look_at_share(p_ticket_id uuid)
  returns table (kind text, scope text, week_start date, week_felt smallint, energy smallint, rest smallint,
    signs text[], self_care text[], tags text[], line text, went_well text, part text, text text, phone text`

/** Withdrawn, expired, of an ended relationship or somebody else's: it answers like one that never was. */
const LOOK = /* sql */ `
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    ticket share_ticket;
  begin
    select t.* into ticket from share_ticket t
     where t.organization_id = access.organization_id() and t.id = p_ticket_id and t.withdrawn_at is null
       and t.expires_at > access.now() and access.supports_now(t.relationship_id, t.owner_id) and access.is_unlocked();
    if not found then
      return;
    end if;
    insert into share_look (organization_id, id, ticket_id, owner_id, looked_by, looked_at)
    values (ticket.organization_id, gen_random_uuid(), ticket.id, ticket.owner_id, access.membership_id(), access.now());
    return query
      select ticket.kind, ticket.scope, c.week_start, c.week_felt, c.energy, c.rest,
             case when w.whole then c.signs end, case when w.whole then c.self_care end,
             case when w.whole then c.tags end, case when w.whole then c.line end,
             case when w.whole then c.went_well end, p.part, p.text, p.phone`

const SOURCES = /* sql */ `
        from (select ticket.scope = 'EVERYTHING' as whole) w
        left join weekly_check_in c on c.organization_id = ticket.organization_id and c.id = ticket.check_in_id
        left join self_care_plan_line p on p.organization_id = ticket.organization_id and p.id = ticket.plan_line_id`

const OWNED = /* sql */ `
  end $$;
  alter function access.look_at_share owner to alongside_definer;
`

const lookingBefore = `${SIGNATURE})${LOOK}${SOURCES};${OWNED}`

/** Of a ProQOL, the results alone leave unless everything is shared; what is not finished does not leave at all. */
const looking = /* sql */ `
  grant select on ethics_reflection, proqol_response to alongside_definer;
  drop function access.look_at_share;
  ${SIGNATURE}, finished_on date, answered smallint[], scores smallint[], answers smallint[], version smallint)
  ${LOOK},
             coalesce(q.finished_on, e.finished_on), s.answered, s.scores,
             case when w.whole then coalesce(q.answers, e.answers) end, e.version
  ${SOURCES}
        left join proqol_response q on q.organization_id = ticket.organization_id
         and q.id = ticket.proqol_response_id and q.finished_on is not null
        left join lateral access.proqol_scales(q.answers) s on q.id is not null
        left join ethics_reflection e on e.organization_id = ticket.organization_id
         and e.id = ticket.ethics_reflection_id and e.finished_on is not null;
  ${OWNED}
`

/** Triggers run by name: the shares go before what they are of. */
const leaving = /* sql */ `
  create function access.erase_answer_shares() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    delete from share_look l using share_ticket t
     where t.organization_id = new.organization_id and t.owner_id = new.member_id
       and t.kind in ('PROQOL', 'ETHICS_REFLECTION')
       and l.organization_id = t.organization_id and l.ticket_id = t.id;
    delete from share_ticket t
     where t.organization_id = new.organization_id and t.owner_id = new.member_id
       and t.kind in ('PROQOL', 'ETHICS_REFLECTION');
    return null;
  end $$;
  alter function access.erase_answer_shares owner to alongside_definer;
  create trigger erase_answer_shares after insert on erasure for each row
    execute function access.erase_answer_shares();
`
