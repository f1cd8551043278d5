import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What two people put on their agenda and what they agree to do: one table for each type of supervision, since a wall
 * between types is a wall between tables. An agenda item belongs to one relationship. A follow-up belongs to the type: it
 * passes to the next supervisor while it is open, and a supportive one only where the peer passes it on.
 */
export class AgendasAndFollowUps1797090000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    await runner.query(counting)
    for (const type of TYPES) await runner.query(agendaTable(type))
    for (const type of TYPES) await runner.query(followUpTable(type))
    for (const step of [sharing, supportive, followUpPolicies('SUPPORTIVE', SHARED_ON), removing])
      await runner.query(step)
    for (const type of ['ADMINISTRATIVE', 'EDUCATIONAL'])
      await runner.query(followUpPolicies(type, PASSED_ON))
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop function access.remove_agenda_item;
      drop trigger erase_talking_points on erasure;
      drop function access.erase_talking_points;
      drop table supportive_follow_up_share, ${TYPES.map((type) => `${type.toLowerCase()}_follow_up`).join(', ')};
      drop table ${TYPES.map((type) => `${type.toLowerCase()}_agenda_item`).join(', ')};
      drop function access.session_counts;
    `)
  }
}

const TYPES = ['ADMINISTRATIVE', 'EDUCATIONAL', 'SUPPORTIVE'] as const

/** A session that was logged, or a later version of it, unless it was voided: with it goes what was checked off in it. */
const counting = /* sql */ `
  create function access.session_counts(p_session_id uuid) returns boolean
  language sql stable set search_path = pg_catalog, public, pg_temp as $$
    select p_session_id is not null and exists (
      select from supervision_session s
       where s.organization_id = access.organization_id() and coalesce(s.version_of, s.id) = p_session_id
         and s.voided_at is null)
  $$;
`

/** The relationship `r` that a row names, or another of its peer, while it is in force. */
function inForce(table: string, type: string, which: string): string {
  return /* sql */ `select from supervision_relationship r
     where r.organization_id = ${table}.organization_id and ${which} and r.peer_id = ${table}.peer_id
       and r.type = '${type}' and r.accepted_at is not null and r.starts_on <= (select access.today())
       and (r.ends_on is null or r.ends_on >= (select access.today()))`
}
const own = (table: string): string => `r.id = ${table}.relationship_id`
const MINE = 'r.supervisor_id = (select access.membership_id())'
const peers = (type: string): string => `any ((select access.peers_of('${type}'))::uuid[])`
const justLogged = (session: string): string => /* sql */ `exists (
  select from supervision_session s
   where s.organization_id = access.organization_id() and s.id = ${session}
     and s.supervisor_id = (select access.membership_id()) and s.logged_at = (select access.now()))`

function keys(table: string): string {
  return /* sql */ `
      constraint ${table}_pkey primary key (organization_id, id),
      constraint ${table}_of_relationship foreign key (organization_id, relationship_id, peer_id)
        references supervision_relationship (organization_id, id, peer_id)`
}

function agendaTable(type: string): string {
  const table = `${type.toLowerCase()}_agenda_item`
  return /* sql */ `
    create table ${table} (
      organization_id uuid not null,
      id uuid not null,
      relationship_id uuid not null,
      peer_id uuid not null,
      text text not null constraint ${table}_text_length check (char_length(text) between 1 and 300),
      -- A talking point of the peer's own. A supervisor has none: it would be a hidden note about the peer.
      is_private boolean not null default false,
      written_by uuid not null,
      written_at timestamptz not null,
      reached_in uuid,
      ${keys(table)},
      constraint ${table}_written_by_fkey foreign key (organization_id, written_by)
        references membership (organization_id, id),
      constraint ${table}_reached_in_fkey foreign key (organization_id, reached_in)
        references supervision_session (organization_id, id),
      constraint ${table}_only_peers_keep_points check (not is_private or written_by = peer_id)
    );
    create index ${table}_of_peer on ${table} (organization_id, peer_id);
    create index ${table}_by_relationship on ${table} (organization_id, relationship_id);
    call access.enable_tenant_rls('${table}');
    ${type === 'SUPPORTIVE' ? locked(table) : ''}
    create policy peer_reads on ${table} for select to alongside_app
      using (peer_id = (select access.membership_id()));
    create policy supervisor_reads on ${table} for select to alongside_app using (
      not is_private and peer_id = ${peers(type)} and exists (${inForce(table, type, own(table))} and ${MINE}));
    create policy both_add on ${table} for insert to alongside_app with check (
      written_by = (select access.membership_id()) and written_at = (select access.now()) and reached_in is null
      and exists (${inForce(table, type, own(table))}
        and (${table}.peer_id = (select access.membership_id()) or ${MINE} and ${table}.peer_id = ${peers(type)})));
    create policy supervisor_checks_off on ${table} for update to alongside_app
      using (peer_id = ${peers(type)} and exists (${inForce(table, type, own(table))} and ${MINE}))
      with check (${justLogged('reached_in')});
    create policy definer_finds on ${table} for select to alongside_definer using (true);
    create policy definer_erases on ${table} for delete to alongside_definer using (true);
    create trigger require_joined_peer after insert on ${table}
      for each row execute function access.require_joined_peer();
    grant select, insert, update (reached_in) on ${table} to alongside_app;
    grant select (organization_id, id, peer_id, is_private, written_by, reached_in), delete on ${table}
      to alongside_definer;
  `
}

function locked(table: string): string {
  return /* sql */ `
    create policy unlocked_on_shared_device on ${table} as restrictive for select to alongside_app
      using ((select access.is_unlocked()));`
}

function followUpTable(type: string): string {
  const table = `${type.toLowerCase()}_follow_up`
  return /* sql */ `
    create table ${table} (
      organization_id uuid not null,
      id uuid not null,
      relationship_id uuid not null,
      peer_id uuid not null,
      text text not null constraint ${table}_text_length check (char_length(text) between 1 and 200),
      -- One of the two, not a person: at a hand-over the supervisor's part passes to the next supervisor.
      owner text not null constraint ${table}_owner_known check (owner in ('PEER', 'SUPERVISOR')),
      due_on date not null,
      made_by uuid not null,
      made_at timestamptz not null,
      made_in uuid,
      state text not null default 'OPEN' constraint ${table}_state_known check (state in ('OPEN', 'DONE', 'DROPPED')),
      closed_on date,
      closed_by uuid,
      closed_in uuid,
      ${keys(table)},
      constraint ${table}_organization_id_id_peer_id_key unique (organization_id, id, peer_id),
      constraint ${table}_made_by_fkey foreign key (organization_id, made_by)
        references membership (organization_id, id),
      constraint ${table}_made_in_fkey foreign key (organization_id, made_in)
        references supervision_session (organization_id, id),
      constraint ${table}_closed_by_fkey foreign key (organization_id, closed_by)
        references membership (organization_id, id),
      constraint ${table}_closed_in_fkey foreign key (organization_id, closed_in)
        references supervision_session (organization_id, id),
      constraint ${table}_closed_by_somebody
        check ((state = 'OPEN') = (closed_on is null) and (closed_on is null) = (closed_by is null)
          and (closed_in is null or state = 'DONE'))
    );
    create index ${table}_of_peer on ${table} (organization_id, peer_id, due_on);
    create index ${table}_by_relationship on ${table} (organization_id, relationship_id);
    call access.enable_tenant_rls('${table}');
    ${type === 'SUPPORTIVE' ? locked(table) : ''}
    create trigger require_joined_peer after insert on ${table}
      for each row execute function access.require_joined_peer();
    grant select, insert, update (state, closed_on, closed_by, closed_in) on ${table} to alongside_app;
  `
}

/** What a supervisor finds of before: what is open, or was closed in their time. */
const PASSED_ON = (table: string): string => `${table}.state = 'OPEN' or ${table}.closed_on >= r.starts_on`
/** Of supportive ones: what the peer passed on. */
const SHARED_ON = (table: string): string => /* sql */ `exists (
  select from supportive_follow_up_share h
   where h.organization_id = ${table}.organization_id and h.follow_up_id = ${table}.id
     and h.relationship_id = r.id)`

function followUpPolicies(type: string, passes: (table: string) => string): string {
  const table = `${type.toLowerCase()}_follow_up`
  const isPeers = `peer_id = (select access.membership_id())`
  const isSupervisors = /* sql */ `peer_id = ${peers(type)} and exists (
    ${inForce(table, type, MINE)} and (${own(table)} or ${passes(table)}))`
  const isOwner = `(owner = 'PEER' and ${isPeers} or owner = 'SUPERVISOR' and peer_id = ${peers(type)})`
  const isMaker = `made_by = (select access.membership_id())`
  return /* sql */ `
    create policy peer_reads on ${table} for select to alongside_app using (${isPeers});
    create policy supervisor_reads on ${table} for select to alongside_app using (${isSupervisors});
    create policy both_add on ${table} for insert to alongside_app with check (
      ${isMaker} and made_at = (select access.now()) and state = 'OPEN'
      and (made_in is null or ${justLogged('made_in')})
      and exists (${inForce(table, type, own(table))}
        and (${table}.${isPeers} or ${MINE} and ${table}.peer_id = ${peers(type)})));
    -- Its owner closes it and opens it again; whoever made it can drop it; in a session that is being logged the
    -- supervisor checks off what the two went through.
    create policy both_close on ${table} for update to alongside_app
      using (${isPeers} or ${isSupervisors})
      with check (
        state = 'OPEN' and (${isOwner} or ${isMaker})
        or closed_by = (select access.membership_id()) and closed_on = (select access.today())
          and (${isOwner} or state = 'DROPPED' and ${isMaker} or closed_in is not null)
          and (closed_in is null or ${justLogged('closed_in')}));
  `
}

/**
 * The keys hold what a policy on the follow-up cannot, since its policy reads this table: that the follow-up and the
 * relationship are both about the peer who passes it on.
 */
const sharing = /* sql */ `
  create table supportive_follow_up_share (
    organization_id uuid not null,
    follow_up_id uuid not null,
    relationship_id uuid not null,
    peer_id uuid not null,
    shared_at timestamptz not null,
    constraint supportive_follow_up_share_pkey primary key (organization_id, follow_up_id, relationship_id),
    constraint supportive_follow_up_share_of_own foreign key (organization_id, follow_up_id, peer_id)
      references supportive_follow_up (organization_id, id, peer_id),
    constraint supportive_follow_up_share_with_own_supervisor foreign key (organization_id, relationship_id, peer_id)
      references supervision_relationship (organization_id, id, peer_id)
  );
  create index supportive_follow_up_share_organization_id_relationship_id_idx
    on supportive_follow_up_share (organization_id, relationship_id);
  call access.enable_tenant_rls('supportive_follow_up_share');
  ${locked('supportive_follow_up_share')}
`
const supportive = /* sql */ `
  create policy those_concerned_read on supportive_follow_up_share for select to alongside_app using (
    peer_id = (select access.membership_id())
    or peer_id = ${peers('SUPPORTIVE')}
      and exists (select from supervision_relationship r
                   where r.organization_id = supportive_follow_up_share.organization_id
                     and r.id = supportive_follow_up_share.relationship_id and ${MINE}));
  create policy peer_adds on supportive_follow_up_share for insert to alongside_app with check (
    peer_id = (select access.membership_id()) and shared_at = (select access.now())
    and exists (${inForce('supportive_follow_up_share', 'SUPPORTIVE', own('supportive_follow_up_share'))}));
  grant select, insert on supportive_follow_up_share to alongside_app;
`

const removing = /* sql */ `
  -- Deletes an item that one wrote oneself, since the application role deletes nothing. What the two have talked about
  -- stays.
  create function access.remove_agenda_item(p_id uuid) returns integer
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with ${TYPES.map(
      (type) => /* sql */ `${type.toLowerCase()} as (
      delete from ${type.toLowerCase()}_agenda_item i
       where i.organization_id = access.organization_id() and i.id = p_id and i.written_by = access.membership_id()
         and not access.session_counts(i.reached_in)
      returning 1)`,
    ).join(',\n    ')}
    select ((select count(*) from administrative) + (select count(*) from educational)
      + (select count(*) from supportive))::integer
  $$;
  alter function access.remove_agenda_item owner to alongside_definer;

  -- When somebody has left and what was only theirs is erased, so are their own talking points.
  create function access.erase_talking_points() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    ${TYPES.map(
      (type) => /* sql */ `delete from ${type.toLowerCase()}_agenda_item i
     where i.organization_id = new.organization_id and i.peer_id = new.member_id and i.is_private;`,
    ).join('\n    ')}
    return null;
  end $$;
  alter function access.erase_talking_points owner to alongside_definer;
  create trigger erase_talking_points after insert on erasure for each row
    execute function access.erase_talking_points();
`
