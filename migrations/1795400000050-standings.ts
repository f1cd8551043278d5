import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * How each certification stands, kept beside it: the standing alone for those who may know no more, and the judgement
 * behind it for the peer and the office. Both can be thrown away and made again. What a judgement rests on is read in
 * one place, and each change of it makes the judgement stale in the same transaction.
 */
export class Standings1795400000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    await runner.query(tables)
    await runner.query(walls)
    await runner.query(facts)
    await runner.query(goingStale)
    await runner.query(judging)
    await runner.query(telling(['CERTIFICATION_AT_RISK', 'CERTIFICATION_LAPSED']))
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      alter table notification no force row level security;
      delete from notification where kind in ('CERTIFICATION_AT_RISK', 'CERTIFICATION_LAPSED');
      alter table notification force row level security;
    `)
    await runner.query(telling([]))
    await runner.query(/* sql */ `
      drop function access.keep_standings(timestamptz, jsonb);
      drop function access.certifications_to_judge(timestamptz, text, uuid, integer);
      drop function access.standings_are_stale(text);
      drop view certification_facts; revoke select on standing_term from alongside_definer;
      ${Object.keys(RESTS_ON)
        .flatMap((table) =>
          Object.keys(EVENTS).map((event) => `drop trigger standing_rests_on_${event} on ${table};`),
        )
        .join(' ')}
      drop function access.standing_goes_stale();
      ${READ_BY_DEFINER.map((table) => `drop policy definer_serves on ${table};`).join(' ')}
      revoke select on ${READ_BY_DEFINER.join(', ')} from alongside_definer;
      drop table certification_standing; drop table certification_judgement;
    `)
  }
}

/** What can be told so far. */
const KINDS = [
  'SUPERVISION_PROPOSED',
  'SUPERVISION_ACCEPTED',
  'SUPERVISION_ENDED',
  'AGREEMENT_TO_SIGN',
  'INVITATION_ACCEPTED',
  'ROLES_CHANGED',
  'SESSION_LOGGED',
  'FLAG_TOLD',
  'CERTIFICATION_EXPIRES',
  'IMPORT_DONE',
]

/**
 * The tables that a standing rests on, each with how its certifications are found. What one certification is can decide
 * on what counts for another of the same peer.
 */
const RESTS_ON = {
  certification: 'peer',
  certification_status_period: 'peer',
  certification_term: 'peer',
  ce_credit: 'peer',
  ce_activity: 'activity',
  session_attendance: 'peer',
  supervision_session: 'session',
  service_hours: 'peer',
  renewal_rule_version: 'credential',
  renewal_rule_withdrawal: 'version',
} as const satisfies Record<string, keyof typeof FOUND>

/** The definer's functions read them; the other tables of a standing had its policy before. */
const READ_BY_DEFINER = [
  'ce_credit',
  'ce_activity',
  'certification_term',
  'session_attendance',
  'supervision_session',
  'service_hours',
  'own_credential',
  'renewal_rule_version',
  'renewal_rule_withdrawal',
]

const tables = /* sql */ `
  create table certification_standing (
    organization_id uuid not null,
    certification_id uuid not null,
    peer_id uuid not null,
    standing text not null constraint certification_standing_standing_known check (standing in (
      'REVOKED', 'SUSPENDED', 'LAPSED', 'INACTIVE', 'GRACE', 'AT_RISK', 'RENEWAL_OPEN', 'CURRENT', 'NOT_CERTIFIED')),
    constraint certification_standing_pkey primary key (organization_id, certification_id),
    constraint certification_standing_certification_fkey
      foreign key (organization_id, certification_id, peer_id)
      references certification (organization_id, id, peer_id) on delete cascade
  );
  create index certification_standing_organization_id_peer_id_idx on certification_standing (organization_id, peer_id);

  -- One for each certification from its first moment; stale until its version of the facts is the one judged.
  create table certification_judgement (
    organization_id uuid not null,
    certification_id uuid not null,
    peer_id uuid not null,
    facts_version bigint not null default 1,
    judged_version bigint,
    judged_by text,
    judged_on date,
    judge_again_on date,
    next_change_on date,
    at_risk boolean not null default false,
    reason_kinds text[] not null default '{}',
    unknown_kinds text[] not null default '{}',
    credential_state text,
    credential_label text,
    rule_version integer,
    opens_on date,
    send_by_on date,
    expires_on date,
    constraint certification_judgement_pkey primary key (organization_id, certification_id),
    constraint certification_judgement_certification_fkey
      foreign key (organization_id, certification_id, peer_id)
      references certification (organization_id, id, peer_id) on delete cascade
  );
  create index certification_judgement_organization_id_peer_id_idx on certification_judgement (organization_id, peer_id);

  alter table certification no force row level security;
  insert into certification_judgement (organization_id, certification_id, peer_id)
  select organization_id, id, peer_id from certification;
  alter table certification force row level security;
`

const walls = /* sql */ `
  call access.raise_wall('certification_standing');
  call access.raise_wall('certification_judgement');
  create policy those_concerned_read on certification_standing for select to alongside_app using (
    peer_id = (select access.membership_id())
    or peer_id = any ((select access.peers_of_any_type())::uuid[])
    or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR')));
  create policy peer_and_office_read on certification_judgement for select to alongside_app using (
    peer_id = (select access.membership_id())
    or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR')));
  create policy definer_serves on certification_standing to alongside_definer using (true) with check (true);
  create policy definer_serves on certification_judgement to alongside_definer using (true) with check (true);
  ${READ_BY_DEFINER.map(
    (table) => `create policy definer_serves on ${table} for select to alongside_definer using (true);`,
  ).join(' ')}
  grant select on certification_standing, certification_judgement to alongside_app;
  grant select, insert, update on certification_standing, certification_judgement to alongside_definer;
  grant select on ${READ_BY_DEFINER.join(', ')} to alongside_definer;
`

/** Under the walls of whoever reads: managers and auditors all, peers their own, the definer's functions what is stale. */
const facts = /* sql */ `
  create view certification_facts with (security_invoker = true) as
  select c.organization_id, c.id as certification_id, c.peer_id, c.credential_id, c.number, c.issued_on, c.expires_on,
         c.birth_month_day, c.conditions_held, c.conditions_not_held, c.chosen_cycle_months, c.exam_year,
         coalesce((select json_agg(json_build_object('startsOn', t.starts_on, 'expiresOn', t.expires_on)
             order by t.starts_on, t.id)
           from standing_term t
          where t.organization_id = c.organization_id and t.certification_id = c.id
            and t.expires_on < c.expires_on), '[]') as earlier_terms,
         (select t.starts_on from standing_term t
           where t.organization_id = c.organization_id and t.certification_id = c.id
             and t.expires_on = c.expires_on) as term_starts_on,
         coalesce((select json_agg(json_build_object(
             'status', p.status, 'startsOn', p.starts_on, 'endsOn', p.ends_on) order by p.starts_on, p.id)
           from certification_status_period p
          where p.organization_id = c.organization_id and p.certification_id = c.id and p.withdrawn_at is null),
           '[]') as status_periods,
         coalesce((select json_agg(json_build_object(
             'id', h.activity_id, 'heldOn', a.held_on, 'hours', h.hours, 'categories', h.categories,
             'unit', a.credit_unit, 'deliveryMode', a.delivery_mode, 'earnedBy', a.earned_by, 'sponsor', a.provider,
             'approved', a.approved, 'contents', a.contents, 'onlyFor', h.only_for,
             'programme', lower(concat_ws(' / ', a.title, a.provider))) order by a.held_on, a.id)
           from ce_credit h
           join ce_activity a on a.organization_id = h.organization_id and a.id = h.activity_id
          where h.organization_id = c.organization_id and h.peer_id = c.peer_id), '[]') as credits,
         coalesce((select json_agg(json_build_object(
             'heldOn', t.held_on, 'minutes', t.minutes, 'isCoReflection', s.format = 'CO_REFLECTION')
             order by t.held_on, t.session_id)
           from session_attendance t
           join supervision_session s on s.organization_id = t.organization_id and s.id = t.session_id
          where t.organization_id = c.organization_id and t.peer_id = c.peer_id and s.status = 'HELD'), '[]') as sessions,
         (select json_agg(json_build_object('on', w.ends_on, 'hours', w.hours) order by w.ends_on, w.id)
            from service_hours w
           where w.organization_id = c.organization_id and w.peer_id = c.peer_id
             and w.withdrawn_at is null) as service_hours,
         array(select other.credential_id from certification other
                where other.organization_id = c.organization_id and other.peer_id = c.peer_id and other.id <> c.id
                order by 1) as held_with,
         coalesce((select json_agg(json_build_object(
             'id', v.id, 'number', v.number, 'effectiveFrom', v.effective_from, 'effectiveTo', v.effective_to, 'rule', v.rule,
             'reason', v.reason, 'isWithdrawn', w.id is not null, 'countsUntil', w.counts_until) order by v.number)
           from renewal_rule_version v
           left join renewal_rule_withdrawal w on w.organization_id = v.organization_id and w.version_id = v.id
          where v.organization_id = c.organization_id and v.credential_id = c.credential_id), '[]') as own_rules,
         (select json_build_object('name', n.name, 'abbreviation', n.abbreviation, 'certifyingBody', n.certifying_body,
                                   'state', n.state)
            from own_credential n
           where n.organization_id = c.organization_id and 'own-' || n.id = c.credential_id) as own_credential
    from certification c;
  grant select on certification_facts to alongside_app, alongside_definer;
  grant select on standing_term to alongside_definer;
`

/** How the certifications that rest on the rows that changed are found: by their peer, or by their credential. */
const FOUND = {
  peer: 'select c.organization_id, c.peer_id from changed c',
  activity: `select h.organization_id, h.peer_id from changed c
    join ce_credit h on h.organization_id = c.organization_id and h.activity_id = c.id`,
  session: `select t.organization_id, t.peer_id from changed c
    join session_attendance t on t.organization_id = c.organization_id and t.session_id = c.id`,
  credential: `select held.organization_id, held.peer_id from changed c
    join certification held on held.organization_id = c.organization_id and held.credential_id = c.credential_id`,
  version: `select held.organization_id, held.peer_id from changed c
    join renewal_rule_version v on v.organization_id = c.organization_id and v.id = c.version_id
    join certification held on held.organization_id = v.organization_id and held.credential_id = v.credential_id`,
} as const

const EVENTS = { insert: 'new', update: 'new', delete: 'old' } as const

const goingStale = /* sql */ `
  -- The argument says how the certifications are found. The judgement stays locked until the change is there, so that
  -- nobody keeps one of facts that are about to be others; always in one order, so that two changes do not block each other.
  create function access.standing_goes_stale() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    if tg_table_name = 'certification' and tg_op = 'INSERT' then
      insert into certification_judgement (organization_id, certification_id, peer_id)
      select c.organization_id, c.id, c.peer_id from changed c;
    end if;
    ${Object.entries(FOUND)
      .map(
        ([how, found]) => `if tg_argv[0] = '${how}' then
          update certification_judgement j set facts_version = j.facts_version + 1
            from (select r.organization_id, r.certification_id from certification_judgement r
                   where (r.organization_id, r.peer_id) in (${found})
                   order by 1, 2 for update) resting
           where j.organization_id = resting.organization_id and j.certification_id = resting.certification_id;
        end if;`,
      )
      .join('\n')}
    return null;
  end $$;
  alter function access.standing_goes_stale() owner to alongside_definer;

  ${Object.entries(RESTS_ON)
    .flatMap(([table, how]) =>
      Object.entries(EVENTS).map(
        ([event, image]) => `
          create trigger standing_rests_on_${event} after ${event} on ${table}
            referencing ${image} table as changed for each statement
            execute function access.standing_goes_stale('${how}');`,
      ),
    )
    .join('')}
`

const judging = /* sql */ `
  -- Whether anything that the caller's organization keeps has to be judged again: facts that changed, a day that came,
  -- or rules and ways of judging that are not those of the program any more.
  create function access.standings_are_stale(p_judged_by text) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select exists (
      select from certification_judgement j
        join membership m on m.organization_id = j.organization_id and m.id = j.peer_id and m.disabled_at is null
       where j.organization_id = access.organization_id()
         and (j.judged_version is distinct from j.facts_version or j.judged_by is distinct from p_judged_by
              or j.judge_again_on <= access.today() or j.judged_on > access.today()))
  $$;

  -- What is stale, with its facts and the day that it is there; of one organization, or of all. Only for the program itself.
  create function access.certifications_to_judge(
    p_now timestamptz, p_judged_by text, p_organization_id uuid, p_limit integer)
  returns table (facts_version bigint, today date, facts jsonb)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    with day as materialized (
      select o.id as organization_id, (p_now at time zone o.time_zone)::date as today from organization o
       where access.organization_id() is null and (p_organization_id is null or o.id = p_organization_id)),
    stale as materialized (
      select j.organization_id, j.certification_id, j.facts_version, day.today
        from day
        join certification_judgement j on j.organization_id = day.organization_id
        join membership m on m.organization_id = j.organization_id and m.id = j.peer_id and m.disabled_at is null
       where j.judged_version is distinct from j.facts_version or j.judged_by is distinct from p_judged_by
          or j.judge_again_on <= day.today or j.judged_on > day.today
       limit p_limit)
    select s.facts_version, s.today, to_jsonb(f)
      from stale s
      join certification_facts f
        on f.organization_id = s.organization_id and f.certification_id = s.certification_id
  $$;

  -- Keeps judgements of facts that are still the ones judged, and tells the peer and the managers, once a term, of a
  -- standing that has become at risk or lapsed. The first judgement of all is no news. Only for the program itself.
  create function access.keep_standings(p_now timestamptz, p_judged jsonb) returns integer
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with judged as materialized (
      select r.* from jsonb_to_recordset(p_judged) r (
        organization_id uuid, certification_id uuid, facts_version bigint, standing text, judged_by text, judged_on date,
        judge_again_on date, next_change_on date, at_risk boolean, reason_kinds text[], unknown_kinds text[],
        credential_state text, credential_label text, rule_version integer, opens_on date, send_by_on date,
        expires_on date)
       where access.organization_id() is null),
    still as materialized (
      select j.organization_id, j.certification_id, j.peer_id
        from judged r
        join certification_judgement j on j.organization_id = r.organization_id
         and j.certification_id = r.certification_id and j.facts_version = r.facts_version
       order by j.organization_id, j.certification_id for update of j),
    kept as (
      update certification_judgement j
         set judged_version = r.facts_version, judged_by = r.judged_by, judged_on = r.judged_on,
             judge_again_on = r.judge_again_on, next_change_on = r.next_change_on, at_risk = r.at_risk,
             reason_kinds = r.reason_kinds, unknown_kinds = r.unknown_kinds, credential_state = r.credential_state,
             credential_label = r.credential_label, rule_version = r.rule_version, opens_on = r.opens_on,
             send_by_on = r.send_by_on, expires_on = r.expires_on
        from still s
        join judged r on r.organization_id = s.organization_id and r.certification_id = s.certification_id
       where j.organization_id = s.organization_id and j.certification_id = s.certification_id
      returning j.certification_id),
    turned as materialized (
      select s.organization_id, s.certification_id, s.peer_id, r.standing, r.expires_on
        from still s
        join judged r on r.organization_id = s.organization_id and r.certification_id = s.certification_id
        join certification_standing was
          on was.organization_id = s.organization_id and was.certification_id = s.certification_id
       where was.standing <> r.standing and r.standing in ('AT_RISK', 'LAPSED')),
    stands as (
      insert into certification_standing (organization_id, certification_id, peer_id, standing)
      select s.organization_id, s.certification_id, s.peer_id, r.standing
        from still s
        join judged r on r.organization_id = s.organization_id and r.certification_id = s.certification_id
      on conflict on constraint certification_standing_pkey do update set standing = excluded.standing
       where certification_standing.standing <> excluded.standing
      returning certification_id),
    told as (
      insert into notification (organization_id, recipient_id, kind, key, subject_id, created_at)
      select m.organization_id, m.id, 'CERTIFICATION_' || t.standing,
             concat_ws(':', 'standing', t.certification_id, t.standing, t.expires_on), t.certification_id, p_now
        from turned t
        join membership m on m.organization_id = t.organization_id and m.disabled_at is null
         and (m.id = t.peer_id or 'MANAGER' = any (m.roles))
      on conflict on constraint notification_organization_id_recipient_id_key_key do nothing
      returning id)
    select count(*)::integer from told
  $$;
  alter function access.standings_are_stale(text) owner to alongside_definer;
  alter function access.certifications_to_judge(timestamptz, text, uuid, integer) owner to alongside_definer;
  alter function access.keep_standings(timestamptz, jsonb) owner to alongside_definer;
`

const telling = (more: readonly string[]): string => /* sql */ `
  alter table notification drop constraint notification_kind_known;
  alter table notification add constraint notification_kind_known check (kind in (
    ${[...KINDS, ...more].map((kind) => `'${kind}'`).join(', ')}));
`
