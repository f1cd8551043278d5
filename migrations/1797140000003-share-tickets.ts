import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * A share ticket lets one supportive supervisor look at one thing of a person's own, until it expires or is withdrawn.
 * Each look is written down before anything is shown.
 */
export class ShareTickets1797140000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    await runner.query(kinds(`kinds || ${KINDS}`))
    for (const step of [supports, tickets, ticketPolicies, looks, notifications, looking])
      await runner.query(step)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop policy while_shared on notification;
      drop function access.look_at_share;
      drop table share_look;
      drop table share_ticket;
      drop function access.forget_share_notification;
      drop function access.supports_now;
      drop function access.is_supported_by;
      revoke select on weekly_check_in from alongside_definer;
      grant select (organization_id, peer_id) on weekly_check_in to alongside_definer;
    `)
    await runner.query(`delete from notification where kind = any (${KINDS})`)
    await runner.query(
      kinds(`array(select kind from unnest(kinds) with ordinality k (kind, place)
        where kind <> all (${KINDS}) order by place)`),
    )
  }
}

const KINDS = `array['SHARED_WITH_YOU', 'TALK_REQUESTED', 'TALK_TIME_OFFERED', 'TALK_ANSWERED', 'CHECK_IN_REMINDER']`

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

/** Both sides of a supportive relationship that is in force today; a ticket ends with it, and no later one revives it. */
const supports = /* sql */ `
  create function access.supports_now(p_relationship_id uuid, p_peer_id uuid) returns boolean
  language sql stable set search_path = pg_catalog, public, pg_temp as $$
    select p_peer_id = any (access.peers_of('SUPPORTIVE')) and exists (
      select from supervision_relationship r
       where r.organization_id = access.organization_id() and r.id = p_relationship_id and r.peer_id = p_peer_id
         and r.supervisor_id = access.membership_id() and r.type = 'SUPPORTIVE' and r.accepted_at is not null
         and r.starts_on <= access.today() and (r.ends_on is null or r.ends_on >= access.today()))
  $$;
  create function access.is_supported_by(p_relationship_id uuid) returns boolean
  language sql stable set search_path = pg_catalog, public, pg_temp as $$
    select exists (
      select from supervision_relationship r
       where r.organization_id = access.organization_id() and r.id = p_relationship_id
         and r.peer_id = access.membership_id() and r.type = 'SUPPORTIVE' and r.accepted_at is not null
         and r.starts_on <= access.today() and (r.ends_on is null or r.ends_on >= access.today()))
  $$;
`

const tickets = /* sql */ `
  create table share_ticket (
    organization_id uuid not null,
    id uuid not null,
    owner_id uuid not null,
    relationship_id uuid not null,
    kind text not null constraint share_ticket_kind_known check (kind in ('CHECK_IN', 'PLAN_LINE')),
    check_in_id uuid,
    plan_line_id uuid,
    scope text not null constraint share_ticket_scope_known check (scope in ('SCORES', 'EVERYTHING')),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    withdrawn_at timestamptz,
    constraint share_ticket_pkey primary key (organization_id, id),
    constraint share_ticket_organization_id_id_owner_id_key unique (organization_id, id, owner_id),
    constraint share_ticket_with_own_supervisor foreign key (organization_id, relationship_id, owner_id)
      references supervision_relationship (organization_id, id, peer_id),
    constraint share_ticket_of_own_check_in foreign key (organization_id, check_in_id, owner_id)
      references weekly_check_in (organization_id, id, peer_id),
    constraint share_ticket_of_own_plan_line foreign key (organization_id, plan_line_id, owner_id)
      references self_care_plan_line (organization_id, id, owner_id),
    constraint share_ticket_names_one_artefact check (
      case kind when 'CHECK_IN' then check_in_id is not null and plan_line_id is null
                when 'PLAN_LINE' then plan_line_id is not null and check_in_id is null and scope = 'EVERYTHING'
                else false end),
    constraint share_ticket_expires_within_90_days check (
      expires_at > created_at and expires_at <= created_at + interval '90 days')
  );
  create index share_ticket_organization_id_owner_id_idx on share_ticket (organization_id, owner_id);
  create index share_ticket_organization_id_relationship_id_idx on share_ticket (organization_id, relationship_id);
  create index share_ticket_organization_id_check_in_id_idx on share_ticket (organization_id, check_in_id);
  create index share_ticket_organization_id_plan_line_id_idx on share_ticket (organization_id, plan_line_id);
  call access.enable_tenant_rls('share_ticket');
`

/** The owner shares only what they can read themselves now: not what a password reset by somebody else has locked. */
const ticketPolicies = /* sql */ `
  create policy unlocked_on_shared_device on share_ticket as restrictive for select to alongside_app
    using ((select access.is_unlocked()));
  create policy owner_reads on share_ticket for select to alongside_app
    using (owner_id = (select access.membership_id()));
  create policy receiver_reads on share_ticket for select to alongside_app using (
    withdrawn_at is null and expires_at > (select access.now())
    and owner_id = any (array(select unnest(access.peers_of('SUPPORTIVE'))))
    and access.supports_now(relationship_id, owner_id));
  create policy owner_adds on share_ticket for insert to alongside_app with check (
    owner_id = (select access.membership_id()) and created_at = (select access.now()) and withdrawn_at is null
    and access.is_supported_by(relationship_id)
    and (check_in_id is null or exists (
      select from weekly_check_in c
       where c.organization_id = share_ticket.organization_id and c.id = share_ticket.check_in_id
         and c.peer_id = (select access.membership_id())))
    and (plan_line_id is null or exists (
      select from self_care_plan_line p
       where p.organization_id = share_ticket.organization_id and p.id = share_ticket.plan_line_id
         and p.owner_id = (select access.membership_id()))));
  create policy owner_withdraws on share_ticket for update to alongside_app
    using (owner_id = (select access.membership_id()) and withdrawn_at is null)
    with check (owner_id = (select access.membership_id()) and withdrawn_at = (select access.now()));
  create policy definer_finds on share_ticket for select to alongside_definer using (true);
  create policy definer_erases on share_ticket for delete to alongside_definer using (true);
  grant select, insert, update (withdrawn_at) on share_ticket to alongside_app;
  grant select, delete on share_ticket to alongside_definer;
`

const looks = /* sql */ `
  create table share_look (
    organization_id uuid not null,
    id uuid not null,
    ticket_id uuid not null,
    owner_id uuid not null,
    looked_by uuid not null,
    looked_at timestamptz not null,
    constraint share_look_pkey primary key (organization_id, id),
    constraint share_look_of_ticket foreign key (organization_id, ticket_id, owner_id)
      references share_ticket (organization_id, id, owner_id),
    constraint share_look_organization_id_looked_by_fkey
      foreign key (organization_id, looked_by) references membership (organization_id, id)
  );
  create index share_look_organization_id_ticket_id_idx on share_look (organization_id, ticket_id);
  create index share_look_organization_id_owner_id_idx on share_look (organization_id, owner_id);
  call access.enable_tenant_rls('share_look');
  create policy unlocked_on_shared_device on share_look as restrictive for select to alongside_app
    using ((select access.is_unlocked()));
  create policy owner_reads on share_look for select to alongside_app
    using (owner_id = (select access.membership_id()));
  create policy definer_finds on share_look for select to alongside_definer using (true);
  create policy definer_adds on share_look for insert to alongside_definer with check (true);
  create policy definer_erases on share_look for delete to alongside_definer using (true);
  grant select on share_look to alongside_app;
  grant select, insert, delete on share_look to alongside_definer;
`

/** That something was shared is told as long as it is, and not a moment longer. */
const notifications = /* sql */ `
  create policy while_shared on notification as restrictive for select to alongside_app using (
    case when kind = 'SHARED_WITH_YOU' then exists (
      select from share_ticket t
       where t.organization_id = notification.organization_id and t.id = split_part(notification.key, ':', 2)::uuid)
    else true end);

  create function access.forget_share_notification() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    delete from notification n
     where n.organization_id = old.organization_id and n.key = 'share:' || old.id and n.kind = 'SHARED_WITH_YOU';
    return null;
  end $$;
  alter function access.forget_share_notification owner to alongside_definer;
  create trigger forget_notification after update or delete on share_ticket for each row
    execute function access.forget_share_notification();
`

/**
 * The one way to what is shared. It writes the look first, and answers with no column that the scope leaves out. A ticket
 * that is withdrawn, expired, of an ended relationship or somebody else's answers like one that never was.
 */
const looking = /* sql */ `
  grant select on weekly_check_in to alongside_definer;
  create function access.look_at_share(p_ticket_id uuid)
  returns table (kind text, scope text, week_start date, week_felt smallint, energy smallint, rest smallint,
    signs text[], self_care text[], tags text[], line text, went_well text, part text, text text, phone text)
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
             case when w.whole then c.went_well end, p.part, p.text, p.phone
        from (select ticket.scope = 'EVERYTHING' as whole) w
        left join weekly_check_in c on c.organization_id = ticket.organization_id and c.id = ticket.check_in_id
        left join self_care_plan_line p on p.organization_id = ticket.organization_id and p.id = ticket.plan_line_id;
  end $$;
  alter function access.look_at_share owner to alongside_definer;
`
