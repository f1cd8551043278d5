import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * The computed status of each certification: the status alone for those who may know no more, and the assessment behind
 * it for the peer and the office. Both can be deleted and computed again. Everything that an assessment is computed
 * from is read through one view, and each change of it marks the assessment as stale in the same transaction.
 */
export class CertificationStatus1795200000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    for (const step of [tables, facts, goingStale, credentialRenamed, assessing, expiryReminders])
      await runner.query(step)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop function access.remind_of_expiry, access.store_statuses, access.should_skip_expiry_reminder,
        access.certifications_to_assess, access.statuses_are_stale;
      drop trigger mark_assessments_stale_on_update on custom_credential;
      ${Object.keys(RESTS_ON)
        .flatMap((table) =>
          Object.keys(EVENTS).map((event) => `drop trigger mark_assessments_stale_on_${event} on ${table};`),
        )
        .join(' ')}
      drop function access.mark_assessments_stale_by_credential, access.mark_assessments_stale;
      drop view certification_facts;
      drop table certification_status, certification_assessment;
    `)
  }
}

/**
 * The tables that an assessment is computed from, each with how the peers concerned are found. All certifications of a
 * peer are concerned, because one certification can decide what counts for another.
 */
const RESTS_ON = {
  certification: 'peer',
  board_status_period: 'peer',
  certification_term: 'peer',
  ce_credit: 'peer',
  ce_activity: 'activity',
  session_attendance: 'peer',
  supervision_session: 'session',
  service_hours: 'peer',
  renewal_rule_version: 'credential',
  renewal_rule_end: 'version',
} as const satisfies Record<string, keyof typeof FOUND>

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
  call access.enable_tenant_rls('certification_status');
  create policy those_concerned_read on certification_status for select to alongside_app using (
    peer_id = (select access.membership_id())
    or peer_id = any ((select access.peers_of_any_type())::uuid[])
    or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR')));
  create policy definer_access on certification_status to alongside_definer using (true) with check (true);
  grant select on certification_status to alongside_app;
  grant select, insert, update on certification_status to alongside_definer;

  -- Each certification has one from its first moment; it is stale until its version of the facts is the one assessed.
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
  call access.enable_tenant_rls('certification_assessment');
  create policy peer_and_office_read on certification_assessment for select to alongside_app using (
    peer_id = (select access.membership_id())
    or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR')));
  create policy definer_access on certification_assessment to alongside_definer using (true) with check (true);
  grant select on certification_assessment to alongside_app;
  grant select, insert, update on certification_assessment to alongside_definer;
`

const earlierTerms = (of: string): string => /* sql */ `
  coalesce((select json_agg(json_build_object('startsOn', t.starts_on, 'expiresOn', t.expires_on)
      order by t.starts_on, t.id)
    from current_certification_term t
   where t.organization_id = ${of}.organization_id and t.certification_id = ${of}.id
     and t.expires_on < ${of}.expires_on), '[]')`

const termStartsOn = (of: string): string => /* sql */ `
  (select t.starts_on from current_certification_term t
    where t.organization_id = ${of}.organization_id and t.certification_id = ${of}.id
      and t.expires_on = ${of}.expires_on)`

/**
 * The view is subject to the policies of its reader: managers and auditors read all, peers their own, the SECURITY
 * DEFINER functions below what is stale. Certifications that are held together matter for boards that let all of them
 * expire on one day; a revoked one does not count there.
 */
const facts = /* sql */ `
  create view certification_facts with (security_invoker = true) as
  select c.organization_id, c.id as certification_id, c.peer_id, c.credential_id, c.number, c.issued_on, c.expires_on,
         c.birth_month_day, c.conditions_held, c.conditions_not_held, c.chosen_cycle_months, c.exam_year,
         ${earlierTerms('c')} as earlier_terms,
         ${termStartsOn('c')} as term_starts_on,
         coalesce((select json_agg(json_build_object(
             'status', p.status, 'startsOn', p.starts_on, 'endsOn', p.ends_on) order by p.starts_on, p.id)
           from board_status_period p
          where p.organization_id = c.organization_id and p.certification_id = c.id and p.voided_at is null),
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
             and w.voided_at is null) as service_hours,
         array(select other.credential_id from certification other
                where other.organization_id = c.organization_id and other.peer_id = c.peer_id and other.id <> c.id
                order by 1) as held_with,
         coalesce((select json_agg(json_build_object(
             'id', v.id, 'number', v.number, 'effectiveFrom', v.effective_from, 'effectiveTo', v.effective_to,
             'rule', v.rule, 'reason', v.reason, 'isWithdrawn', w.id is not null, 'countsUntil', w.counts_until)
             order by v.number)
           from renewal_rule_version v
           left join current_renewal_rule_end w on w.organization_id = v.organization_id and w.version_id = v.id
          where v.organization_id = c.organization_id and v.credential_id = c.credential_id), '[]') as custom_rules,
         (select json_build_object('name', n.name, 'abbreviation', n.abbreviation, 'certifyingBody', n.certifying_body,
                                   'state', n.state)
            from custom_credential n
           where n.organization_id = c.organization_id and 'custom-' || n.id = c.credential_id) as custom_credential,
         c.title,
         coalesce((select json_agg(json_build_object(
             'certificationId', other.id, 'credentialId', other.credential_id, 'title', other.title,
             'certification', json_build_object(
               'issuedOn', other.issued_on, 'expiresOn', other.expires_on, 'birthday', other.birth_month_day,
               'chosenCycleMonths', other.chosen_cycle_months, 'examYear', other.exam_year,
               'termStartsOn', ${termStartsOn('other')},
               'earlierTerms', ${earlierTerms('other')})) order by other.id)
           from certification other
          where other.organization_id = c.organization_id and other.peer_id = c.peer_id and other.id <> c.id
            and access.certification_ends_on(other) = other.expires_on), '[]') as held_together
    from certification c;
  grant select on certification_facts to alongside_app, alongside_definer;
`

const goingStale = /* sql */ `
  -- The argument says how the peers concerned are found. The assessments stay locked until the change is committed, so
  -- that nobody saves one of facts that are about to change; always in one order, so that two changes do not deadlock.
  create function access.mark_assessments_stale() returns trigger language plpgsql
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
      .join('\n    ')}
    return null;
  end $$;
  alter function access.mark_assessments_stale owner to alongside_definer;

  ${Object.entries(RESTS_ON)
    .flatMap(([table, how]) =>
      Object.entries(EVENTS).map(
        ([event, image]) => `
          create trigger mark_assessments_stale_on_${event} after ${event} on ${table}
            referencing ${image} table as changed for each statement
            execute function access.mark_assessments_stale('${how}');`,
      ),
    )
    .join('')}
`

/** An assessment contains the name of the credential and its state, so that it is stale when those are corrected. */
const credentialRenamed = /* sql */ `
  create function access.mark_assessments_stale_by_credential() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    update certification_assessment j set facts_version = j.facts_version + 1
      from (select r.organization_id, r.certification_id
              from changed c
              join certification held
                on held.organization_id = c.organization_id and held.credential_id = 'custom-' || c.id
              join certification_assessment r
                on r.organization_id = held.organization_id and r.certification_id = held.id
             order by 1, 2 for update of r) resting
     where j.organization_id = resting.organization_id and j.certification_id = resting.certification_id;
    return null;
  end $$;
  alter function access.mark_assessments_stale_by_credential owner to alongside_definer;
  create trigger mark_assessments_stale_on_update after update on custom_credential
    referencing new table as changed for each statement
    execute function access.mark_assessments_stale_by_credential();
`

const assessing = /* sql */ `
  -- Whether the caller's organization has anything to assess again: facts that changed, a day that has come, or rules
  -- and an engine that are not those of the program any more.
  create function access.statuses_are_stale(p_assessed_by text) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select exists (
      select from certification_assessment j
        join membership m on m.organization_id = j.organization_id and m.id = j.peer_id and m.disabled_at is null
       where j.organization_id = access.organization_id()
         and (j.assessed_version is distinct from j.facts_version or j.assessed_by is distinct from p_assessed_by
              or j.reassess_on <= access.today() or j.assessed_on > access.today()))
  $$;
  alter function access.statuses_are_stale owner to alongside_definer;

  -- What is stale, with its facts and today's date in its organization; of one organization, or of all. Only for the
  -- program itself, when nobody is signed in.
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
  alter function access.certifications_to_assess owner to alongside_definer;

  -- Nobody is notified of a certification whose holder has left and not returned, or that was followed by a later one
  -- of the same title. Where a title is not known it may be the same.
  create function access.should_skip_expiry_reminder(certification, p_today date) returns boolean language sql stable as $$
    select exists (
        select from certification later
         where later.organization_id = $1.organization_id and later.peer_id = $1.peer_id
           and later.credential_id = $1.credential_id and later.id <> $1.id and later.issued_on > $1.issued_on
           and (later.title = $1.title or later.title is null or $1.title is null))
      or exists (
        select from membership m
          left join employment e on e.organization_id = m.organization_id and e.member_id = m.id
         where m.organization_id = $1.organization_id and m.id = $1.peer_id
           and (m.disabled_at is not null
                or e.leaves_on < p_today and (e.returns_on is null or e.returns_on > p_today)))
  $$;

  -- Saves assessments of facts that have not changed since, and notifies the peer and the managers, once for each term,
  -- of a status that has become at risk or lapsed. The first assessment notifies nobody. Only for the program itself,
  -- when nobody is signed in.
  create function access.store_statuses(p_now timestamptz, p_assessed jsonb) returns integer
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with assessed as materialized (
      select r.* from jsonb_to_recordset(p_assessed) r (
        organization_id uuid, certification_id uuid, facts_version bigint, status text, assessed_by text, assessed_on date,
        reassess_on date, next_change_on date, at_risk boolean, reason_kinds text[], unknown_kinds text[],
        credential_state text, credential_label text, rule_version integer, opens_on date, send_by_on date,
        expires_on date)
       where access.organization_id() is null),
    unchanged as materialized (
      select j.organization_id, j.certification_id, j.peer_id
        from assessed r
        join certification_assessment j on j.organization_id = r.organization_id
         and j.certification_id = r.certification_id and j.facts_version = r.facts_version
       order by j.organization_id, j.certification_id for update of j),
    saved as (
      update certification_assessment j
         set assessed_version = r.facts_version, assessed_by = r.assessed_by, assessed_on = r.assessed_on,
             reassess_on = r.reassess_on, next_change_on = r.next_change_on, at_risk = r.at_risk,
             reason_kinds = r.reason_kinds, unknown_kinds = r.unknown_kinds, credential_state = r.credential_state,
             credential_label = r.credential_label, rule_version = r.rule_version, opens_on = r.opens_on,
             send_by_on = r.send_by_on, expires_on = r.expires_on
        from unchanged s
        join assessed r on r.organization_id = s.organization_id and r.certification_id = s.certification_id
       where j.organization_id = s.organization_id and j.certification_id = s.certification_id
      returning j.certification_id),
    to_notify as materialized (
      select s.organization_id, s.certification_id, s.peer_id, r.status, r.expires_on
        from unchanged s
        join assessed r on r.organization_id = s.organization_id and r.certification_id = s.certification_id
        join certification_status was
          on was.organization_id = s.organization_id and was.certification_id = s.certification_id
       where was.status <> r.status and r.status in ('AT_RISK', 'LAPSED')
         and not exists (
           select from certification c
            where c.organization_id = s.organization_id and c.id = s.certification_id
              and access.should_skip_expiry_reminder(c, r.assessed_on))),
    statuses as (
      insert into certification_status (organization_id, certification_id, peer_id, status)
      select s.organization_id, s.certification_id, s.peer_id, r.status
        from unchanged s
        join assessed r on r.organization_id = s.organization_id and r.certification_id = s.certification_id
      on conflict on constraint certification_status_pkey do update set status = excluded.status
       where certification_status.status <> excluded.status
      returning certification_id),
    notified as (
      insert into notification (organization_id, recipient_id, kind, key, subject_id, created_at)
      select m.organization_id, m.id, 'CERTIFICATION_' || t.status,
             concat_ws(':', 'status', t.certification_id, t.status, t.expires_on), t.certification_id, p_now
        from to_notify t
        join membership m on m.organization_id = t.organization_id and m.disabled_at is null
         and (m.id = t.peer_id or 'MANAGER' = any (m.roles))
      on conflict on constraint notification_organization_id_recipient_id_key_key do nothing
      returning id)
    select count(*)::integer from notified
  $$;
  alter function access.store_statuses owner to alongside_definer;
`

/**
 * The day that decides may be the expiry of another certification that this one follows, so that it is read from the
 * assessment; while that is stale, the printed one decides.
 */
const ASSESSED_END = 'case when j.assessed_version = j.facts_version then j.expires_on else c.expires_on end'

const expiryReminders = /* sql */ `
  -- Reminds the peer and the managers once at each of so many days before a certification expires, from eight in the
  -- morning of the organization on. If several steps have passed unnoticed, only the nearest is sent.
  create function access.remind_of_expiry(p_now timestamptz, p_days integer[]) returns integer
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with expiring as (
      select c.organization_id, c.id, c.peer_id,
             ${ASSESSED_END} as expires_on,
             (select min(step) from unnest(p_days) step
               where step >= ${ASSESSED_END}
                             - (p_now at time zone o.time_zone)::date) as step
        from organization o
        join certification c on c.organization_id = o.id
        left join certification_assessment j on j.organization_id = c.organization_id and j.certification_id = c.id
        join membership m on m.organization_id = c.organization_id and m.id = c.peer_id and m.disabled_at is null
        left join employment e on e.organization_id = m.organization_id and e.member_id = m.id
       where access.organization_id() is null and extract(hour from p_now at time zone o.time_zone) >= 8
         and ${ASSESSED_END}
             >= (p_now at time zone o.time_zone)::date
         and not access.should_skip_expiry_reminder(c, (p_now at time zone o.time_zone)::date)
         and not exists (
           select from board_status_period s
            where s.organization_id = c.organization_id and s.certification_id = c.id and s.voided_at is null
              and s.status in ('INACTIVE', 'REVOKED') and s.starts_on <= (p_now at time zone o.time_zone)::date
              and (s.ends_on is null or s.ends_on >= (p_now at time zone o.time_zone)::date))),
    notified as (
      insert into notification (organization_id, recipient_id, kind, key, subject_id, created_at)
      select m.organization_id, m.id, 'CERTIFICATION_EXPIRES',
             concat_ws(':', 'certification', c.id, c.expires_on, c.step), c.id, p_now
        from expiring c
        join membership m on m.organization_id = c.organization_id and m.disabled_at is null
         and (m.id = c.peer_id or 'MANAGER' = any (m.roles))
       where c.step is not null
      on conflict on constraint notification_organization_id_recipient_id_key_key do nothing
      returning id)
    select count(*)::integer from notified
  $$;
  alter function access.remind_of_expiry owner to alongside_definer;
`
