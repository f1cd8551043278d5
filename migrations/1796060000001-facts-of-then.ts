import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Facts carry their days. An answer about a holder that changes stays readable for the days before; a course has a first
 * day and the list of boards that approved it; hours of service keep the day on which they began.
 */
export class FactsOfThen1796060000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    await runner.query('drop view certification_facts')
    for (const step of [courses, answers, facts(NOW)]) await runner.query(step)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop view certification_facts;
      drop trigger require_earlier_answers on certification;
      drop function access.require_earlier_answers;
      drop table earlier_holder_answer;
      alter table ce_credit drop constraint ce_credit_hours_in_steps,
        add constraint ce_credit_hours_in_quarters
          check (hours between 0.25 and 200 and hours * 4 = floor(hours * 4));
      alter table ce_activity drop column starts_on, drop column approved_by;
      ${facts(BEFORE)}
    `)
  }
}

/** A continuing education unit is ten hours and is given in twentieths, so that hours in it are no quarters. */
const courses = /* sql */ `
  alter table ce_activity
    add column starts_on date constraint ce_activity_starts_before_end check (starts_on <= held_on),
    add column approved_by text[] constraint ce_activity_approved_by_length check (cardinality(approved_by) <= 20);
  alter table ce_credit drop constraint ce_credit_hours_in_quarters,
    add constraint ce_credit_hours_in_steps
      check (hours between 0.05 and 200 and hours * 20 = floor(hours * 20));
`

const PEER_AND_OFFICE = `peer_id = (select access.membership_id())
  or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR'))`

const answers = /* sql */ `
  create table earlier_holder_answer (
    organization_id uuid not null,
    id uuid not null default gen_random_uuid(),
    certification_id uuid not null,
    peer_id uuid not null,
    question text not null,
    held boolean,
    months integer,
    ends_on date,
    revision integer not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    constraint earlier_holder_answer_pkey primary key (organization_id, id),
    constraint earlier_holder_answer_once unique (organization_id, certification_id, revision, question),
    constraint earlier_holder_answer_certification_fkey
      foreign key (organization_id, certification_id, peer_id) references certification (organization_id, id, peer_id),
    constraint earlier_holder_answer_organization_id_recorded_by_fkey
      foreign key (organization_id, recorded_by) references membership (organization_id, id),
    constraint earlier_holder_answer_one_value check (num_nonnulls(held, months) <= 1)
  );
  call access.enable_tenant_rls('earlier_holder_answer');
  create policy peer_and_office_read on earlier_holder_answer for select to alongside_app using (${PEER_AND_OFFICE});
  create policy manager_adds on earlier_holder_answer for insert to alongside_app
    with check ((select access.has_role('MANAGER')) and recorded_by = (select access.membership_id()));
  create policy definer_access on earlier_holder_answer to alongside_definer using (true) with check (true);
  grant select, insert on earlier_holder_answer to alongside_app;
  grant select on earlier_holder_answer to alongside_definer;

  -- An answer that was known is never overwritten: what it was, and until when, is recorded with the change.
  create function access.require_earlier_answers() returns trigger language plpgsql as $$
  begin
    if exists (
      (select unnest(old.conditions_held), true, null::integer
       union all select unnest(old.conditions_not_held), false, null
       union all select 'chosen-cycle-months', null, old.chosen_cycle_months where old.chosen_cycle_months is not null)
      except
      (select unnest(new.conditions_held), true, null::integer
       union all select unnest(new.conditions_not_held), false, null::integer
       union all select 'chosen-cycle-months', null, new.chosen_cycle_months)
      except
      select a.question, a.held, a.months from earlier_holder_answer a
       where a.organization_id = old.organization_id and a.certification_id = old.id and a.revision = old.revision
         and a.ends_on is not null) then
      raise check_violation using constraint = 'earlier_holder_answer_missing';
    end if;
    return new;
  end $$;
  create trigger require_earlier_answers
    before update of conditions_held, conditions_not_held, chosen_cycle_months on certification
    for each row execute function access.require_earlier_answers();
`

interface Parts {
  readonly firstDay: string
  readonly approval: string
  readonly serviceFrom: string
  readonly answers: string
}

const BEFORE: Parts = { firstDay: '', approval: `'approved', a.approved`, serviceFrom: '', answers: '' }

const NOW: Parts = {
  firstDay: `'startsOn', a.starts_on, `,
  // Of courses that were recorded before, it is known only where no board had approved them.
  approval: `'approvedBy', case when a.approved_by is null and a.approved is false then '[]'
               else to_json(a.approved_by) end`,
  serviceFrom: `'from', w.starts_on, `,
  answers: `,
         coalesce((select json_agg(json_build_object(
             'question', e.question, 'answer', coalesce(to_json(e.held), to_json(e.months)), 'endsOn', e.ends_on)
             order by e.revision, e.question)
           from earlier_holder_answer e
          where e.organization_id = c.organization_id and e.certification_id = c.id
            and e.ends_on is not null), '[]') as earlier_answers`,
}

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

/** The view as it is after this change, or as it was before. */
const facts = (parts: Parts): string => /* sql */ `
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
             'id', h.activity_id, ${parts.firstDay}'heldOn', a.held_on, 'hours', h.hours, 'categories', h.categories,
             'unit', a.credit_unit, 'deliveryMode', a.delivery_mode, 'earnedBy', a.earned_by, 'sponsor', a.provider,
             ${parts.approval}, 'contents', a.contents, 'onlyFor', h.only_for,
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
         (select json_agg(json_build_object(${parts.serviceFrom}'on', w.ends_on, 'hours', w.hours) order by w.ends_on, w.id)
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
            and access.certification_ends_on(other) = other.expires_on), '[]') as held_together${parts.answers}
    from certification c;
  grant select on certification_facts to alongside_app, alongside_definer;
`
