import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * How each certification stands, kept beside it: the status alone for those who may know no more, and the assessment
 * behind it for the peer and the office. Both can be thrown away and made again. What a assessment rests on is read in
 * one place, and each change of it makes the assessment stale in the same transaction.
 */
export class Statuses1795400000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    await runner.query(tables)
    await runner.query(walls)
    await runner.query(facts)
    await runner.query(goingStale)
    await runner.query(assessing)
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
      drop function access.store_statuses(timestamptz, jsonb);
      drop function access.certifications_to_assess(timestamptz, text, uuid, integer);
      drop function access.statuses_are_stale(text);
      drop view certification_facts; revoke select on current_term from alongside_definer;
      ${Object.keys(RESTS_ON)
        .flatMap((table) =>
          Object.keys(EVENTS).map((event) => `drop trigger status_rests_on_${event} on ${table};`),
        )
        .join(' ')}
      drop function access.status_goes_stale();
      ${READ_BY_DEFINER.map((table) => `drop policy definer_serves on ${table};`).join(' ')}
      revoke select on ${READ_BY_DEFINER.join(', ')} from alongside_definer;
      drop table certification_status; drop table certification_assessment;
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
 * The tables that a status rests on, each with how its certifications are found. What one certification is can decide
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

/** The definer's functions read them; the other tables of a status had its policy before. */
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
  create table certification_status (
    organization_id uuid not null,
    certification_id uuid not null,
    peer_id uuid not null,
    status text not null constraint certification_status_status_known check (status in (
      'REVOKED', 'SUSPENDED', 'LAPSED', 'INACTIVE', 'GRACE', 'AT_RISK', 'RENEWAL_OPEN', 'CURRENT', 'NOT_CERTIFIED')),
    constraint certification_status_pkey primary key (organization_id, certification_id),
    constraint certification_status_certification_fkey
      foreign key (organization_id, certification_id, peer_id)
      references certification (organization_id, id, peer_id) on delete cascade
  );
  create index certification_status_organization_id_peer_id_idx on certification_status (organization_id, peer_id);

  -- One for each certification from its first moment; stale until its version of the facts is the one assessed.
  create table certification_assessment (
    organization_id uuid not null,
    certification_id uuid not null,
    peer_id uuid not null,
    facts_version bigint not null default 1,
    assessed_version bigint,
    assessed_by text,
    assessed_on date,
    reassess_on date,
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
    constraint certification_assessment_pkey primary key (organization_id, certification_id),
    constraint certification_assessment_certification_fkey
      foreign key (organization_id, certification_id, peer_id)
      references certification (organization_id, id, peer_id) on delete cascade
  );
  create index certification_assessment_organization_id_peer_id_idx on certification_assessment (organization_id, peer_id);

  alter table certification no force row level security;
  insert into certification_assessment (organization_id, certification_id, peer_id)
  select organization_id, id, peer_id from certification;
  alter table certification force row level security;
`

const walls = /* sql */ `
  call access.raise_wall('certification_status');
  call access.raise_wall('certification_assessment');
  create policy those_concerned_read on certification_status for select to alongside_app using (
    peer_id = (select access.membership_id())
    or peer_id = any ((select access.peers_of_any_type())::uuid[])
    or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR')));
  create policy peer_and_office_read on certification_assessment for select to alongside_app using (
    peer_id = (select access.membership_id())
    or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR')));
  create policy definer_serves on certification_status to alongside_definer using (true) with check (true);
  create policy definer_serves on certification_assessment to alongside_definer using (true) with check (true);
  ${READ_BY_DEFINER.map(
    (table) => `create policy definer_serves on ${table} for select to alongside_definer using (true);`,
  ).join(' ')}
  grant select on certification_status, certification_assessment to alongside_app;
  grant select, insert, update on certification_status, certification_assessment to alongside_definer;
  grant select on ${READ_BY_DEFINER.join(', ')} to alongside_definer;
`

/** Under the walls of whoever reads: managers and auditors all, peers their own, the definer's functions what is stale. */
const facts = /* sql */ `
  create view certification_facts with (security_invoker = true) as
  select c.organization_id, c.id as certification_id, c.peer_id, c.credential_id, c.number, c.issued_on, c.expires_on,
         c.birth_month_day, c.conditions_held, c.conditions_not_held, c.chosen_cycle_months, c.exam_year,
         coalesce((select json_agg(json_build_object('startsOn', t.starts_on, 'expiresOn', t.expires_on)
             order by t.starts_on, t.id)
           from current_term t
          where t.organization_id = c.organization_id and t.certification_id = c.id
            and t.expires_on < c.expires_on), '[]') as earlier_terms,
         (select t.starts_on from current_term t
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
  grant select on current_term to alongside_definer;
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
  -- The argument says how the certifications are found. The assessment stays locked until the change is there, so that
  -- nobody keeps one of facts that are about to be others; always in one order, so that two changes do not block each other.
  create function access.status_goes_stale() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    if tg_table_name = 'certification' and tg_op = 'INSERT' then
      insert into certification_assessment (organization_id, certification_id, peer_id)
      select c.organization_id, c.id, c.peer_id from changed c;
    end if;
    ${Object.entries(FOUND)
      .map(
        ([how, found]) => `if tg_argv[0] = '${how}' then
          update certification_assessment j set facts_version = j.facts_version + 1
            from (select r.organization_id, r.certification_id from certification_assessment r
                   where (r.organization_id, r.peer_id) in (${found})
                   order by 1, 2 for update) resting
           where j.organization_id = resting.organization_id and j.certification_id = resting.certification_id;
        end if;`,
      )
      .join('\n')}
    return null;
  end $$;
  alter function access.status_goes_stale() owner to alongside_definer;

  ${Object.entries(RESTS_ON)
    .flatMap(([table, how]) =>
      Object.entries(EVENTS).map(
        ([event, image]) => `
          create trigger status_rests_on_${event} after ${event} on ${table}
            referencing ${image} table as changed for each statement
            execute function access.status_goes_stale('${how}');`,
      ),
    )
    .join('')}
`

const assessing = /* sql */ `
  -- Whether anything that the caller's organization keeps has to be assessed again: facts that changed, a day that came,
  -- or rules and ways of assessing that are not those of the program any more.
  create function access.statuses_are_stale(p_assessed_by text) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select exists (
      select from certification_assessment j
        join membership m on m.organization_id = j.organization_id and m.id = j.peer_id and m.disabled_at is null
       where j.organization_id = access.organization_id()
         and (j.assessed_version is distinct from j.facts_version or j.assessed_by is distinct from p_assessed_by
              or j.reassess_on <= access.today() or j.assessed_on > access.today()))
  $$;

  -- What is stale, with its facts and the day that it is there; of one organization, or of all. Only for the program itself.
  create function access.certifications_to_assess(
    p_now timestamptz, p_assessed_by text, p_organization_id uuid, p_limit integer)
  returns table (facts_version bigint, today date, facts jsonb)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    with day as materialized (
      select o.id as organization_id, (p_now at time zone o.time_zone)::date as today from organization o
       where access.organization_id() is null and (p_organization_id is null or o.id = p_organization_id)),
    stale as materialized (
      select j.organization_id, j.certification_id, j.facts_version, day.today
        from day
        join certification_assessment j on j.organization_id = day.organization_id
        join membership m on m.organization_id = j.organization_id and m.id = j.peer_id and m.disabled_at is null
       where j.assessed_version is distinct from j.facts_version or j.assessed_by is distinct from p_assessed_by
          or j.reassess_on <= day.today or j.assessed_on > day.today
       limit p_limit)
    select s.facts_version, s.today, to_jsonb(f)
      from stale s
      join certification_facts f
        on f.organization_id = s.organization_id and f.certification_id = s.certification_id
  $$;

  -- Keeps assessments of facts that are still the ones assessed, and tells the peer and the managers, once a term, of a
  -- status that has become at risk or lapsed. The first assessment of all is no news. Only for the program itself.
  create function access.store_statuses(p_now timestamptz, p_assessed jsonb) returns integer
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with assessed as materialized (
      select r.* from jsonb_to_recordset(p_assessed) r (
        organization_id uuid, certification_id uuid, facts_version bigint, status text, assessed_by text, assessed_on date,
        reassess_on date, next_change_on date, at_risk boolean, reason_kinds text[], unknown_kinds text[],
        credential_state text, credential_label text, rule_version integer, opens_on date, send_by_on date,
        expires_on date)
       where access.organization_id() is null),
    still as materialized (
      select j.organization_id, j.certification_id, j.peer_id
        from assessed r
        join certification_assessment j on j.organization_id = r.organization_id
         and j.certification_id = r.certification_id and j.facts_version = r.facts_version
       order by j.organization_id, j.certification_id for update of j),
    kept as (
      update certification_assessment j
         set assessed_version = r.facts_version, assessed_by = r.assessed_by, assessed_on = r.assessed_on,
             reassess_on = r.reassess_on, next_change_on = r.next_change_on, at_risk = r.at_risk,
             reason_kinds = r.reason_kinds, unknown_kinds = r.unknown_kinds, credential_state = r.credential_state,
             credential_label = r.credential_label, rule_version = r.rule_version, opens_on = r.opens_on,
             send_by_on = r.send_by_on, expires_on = r.expires_on
        from still s
        join assessed r on r.organization_id = s.organization_id and r.certification_id = s.certification_id
       where j.organization_id = s.organization_id and j.certification_id = s.certification_id
      returning j.certification_id),
    turned as materialized (
      select s.organization_id, s.certification_id, s.peer_id, r.status, r.expires_on
        from still s
        join assessed r on r.organization_id = s.organization_id and r.certification_id = s.certification_id
        join certification_status was
          on was.organization_id = s.organization_id and was.certification_id = s.certification_id
       where was.status <> r.status and r.status in ('AT_RISK', 'LAPSED')),
    stands as (
      insert into certification_status (organization_id, certification_id, peer_id, status)
      select s.organization_id, s.certification_id, s.peer_id, r.status
        from still s
        join assessed r on r.organization_id = s.organization_id and r.certification_id = s.certification_id
      on conflict on constraint certification_status_pkey do update set status = excluded.status
       where certification_status.status <> excluded.status
      returning certification_id),
    told as (
      insert into notification (organization_id, recipient_id, kind, key, subject_id, created_at)
      select m.organization_id, m.id, 'CERTIFICATION_' || t.status,
             concat_ws(':', 'status', t.certification_id, t.status, t.expires_on), t.certification_id, p_now
        from turned t
        join membership m on m.organization_id = t.organization_id and m.disabled_at is null
         and (m.id = t.peer_id or 'MANAGER' = any (m.roles))
      on conflict on constraint notification_organization_id_recipient_id_key_key do nothing
      returning id)
    select count(*)::integer from told
  $$;
  alter function access.statuses_are_stale(text) owner to alongside_definer;
  alter function access.certifications_to_assess(timestamptz, text, uuid, integer) owner to alongside_definer;
  alter function access.store_statuses(timestamptz, jsonb) owner to alongside_definer;
`

const telling = (more: readonly string[]): string => /* sql */ `
  alter table notification drop constraint notification_kind_known;
  alter table notification add constraint notification_kind_known check (kind in (
    ${[...KINDS, ...more].map((kind) => `'${kind}'`).join(', ')}));
`
