import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * A credential can have several titles that one person holds side by side, each with a certification of its own: the
 * same title twice is refused, two titles are not. What is held together is read with the facts of each, for boards
 * that let all end on one day.
 */
export class TitlesOfACredential1795500000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      alter table certification
        add column title text constraint certification_title_form check (title ~ '^[A-Z][A-Z0-9-]{1,19}$');
      grant update (title) on certification to alongside_app;
      drop index certification_issue_once;
      create unique index certification_issue_once
        on certification (organization_id, peer_id, credential_id, title, issued_on) nulls not distinct;
    `)
    await runner.query(noneTwice(SAME_TITLE))
    await runner.query(triggers('issued_on, expires_on, title', 'credential_id,title'))
    await runner.query(facts(HELD_TOGETHER))
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(facts(''))
    await runner.query(noneTwice(''))
    await runner.query(triggers('issued_on, expires_on', 'credential_id'))
    await runner.query(/* sql */ `
      drop index certification_issue_once;
      alter table certification drop column title;
      create unique index certification_issue_once
        on certification (organization_id, peer_id, credential_id, issued_on);
    `)
  }
}

/** Where no title is known it may be any of them. */
const SAME_TITLE = 'and (other.title = c.title or other.title is null or c.title is null)'

const noneTwice = (sameTitle: string): string => /* sql */ `
  create or replace function access.certifications_do_not_overlap() returns trigger language plpgsql as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('certifications of ' || new.peer_id, 0));
    if exists (
      select from certification c
        join certification other
          on other.organization_id = c.organization_id and other.peer_id = c.peer_id
         and other.credential_id = c.credential_id and other.id <> c.id ${sameTitle}
       where c.organization_id = new.organization_id and c.id = new.id
         and other.issued_on < access.certification_ends_on(c)
         and c.issued_on < access.certification_ends_on(other)) then
      raise check_violation using constraint = 'certification_overlaps';
    end if;
    return null;
  end $$;

  create or replace function access.statuses_do_not_overlap() returns trigger language plpgsql as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('certifications of ' || new.peer_id, 0));
    if new.withdrawn_at is null and exists (
      select from certification_status_period p
       where p.organization_id = new.organization_id and p.certification_id = new.certification_id
         and p.status = new.status and p.id <> new.id and p.withdrawn_at is null
         and daterange(p.starts_on, p.ends_on, '[]') && daterange(new.starts_on, new.ends_on, '[]')) then
      raise check_violation using constraint = 'certification_status_period_overlaps';
    end if;
    if tg_op = 'UPDATE' and new.status = 'REVOKED' and exists (
      select from certification c
        join certification other
          on other.organization_id = c.organization_id and other.peer_id = c.peer_id
         and other.credential_id = c.credential_id and other.id <> c.id ${sameTitle}
       where c.organization_id = new.organization_id and c.id = new.certification_id
         and other.issued_on < access.certification_ends_on(c)
         and c.issued_on < access.certification_ends_on(other)) then
      raise check_violation using constraint = 'certification_overlaps';
    end if;
    return null;
  end $$;
`

const triggers = (decides: string, kept: string): string => /* sql */ `
  drop trigger certifications_do_not_overlap on certification;
  create trigger certifications_do_not_overlap after insert or update of ${decides} on certification
    for each row execute function access.certifications_do_not_overlap();
  drop trigger audit_change on certification;
  create trigger audit_change after insert or update or delete on certification for each row
    execute function access.audit_change('CERTIFICATION', 'peer_id',
      '${kept},number,issued_on,expires_on,conditions_held,conditions_not_held,chosen_cycle_months,exam_year');
`

const earlierTerms = (of: string): string => /* sql */ `
  coalesce((select json_agg(json_build_object('startsOn', t.starts_on, 'expiresOn', t.expires_on)
      order by t.starts_on, t.id)
    from current_term t
   where t.organization_id = ${of}.organization_id and t.certification_id = ${of}.id
     and t.expires_on < ${of}.expires_on), '[]')`

const termStartsOn = (of: string): string => /* sql */ `
  (select t.starts_on from current_term t
    where t.organization_id = ${of}.organization_id and t.certification_id = ${of}.id
      and t.expires_on = ${of}.expires_on)`

/** What was revoked holds nothing together. */
const HELD_TOGETHER = /* sql */ `,
  c.title,
  coalesce((select json_agg(json_build_object(
      'certificationId', other.id, 'credentialId', other.credential_id, 'title', other.title,
      'certification', json_build_object(
        'issuedOn', other.issued_on, 'expiresOn', other.expires_on, 'birthday', other.birth_month_day,
        'chosenCycleMonths', other.chosen_cycle_months, 'examYear', other.exam_year,
        'termStartsOn', ${termStartsOn('other')}, 'earlierTerms', ${earlierTerms('other')})) order by other.id)
    from certification other
   where other.organization_id = c.organization_id and other.peer_id = c.peer_id and other.id <> c.id
     and access.certification_ends_on(other) = other.expires_on), '[]') as held_together`

const facts = (more: string): string => /* sql */ `
  drop view certification_facts;
  create view certification_facts with (security_invoker = true) as
  select c.organization_id, c.id as certification_id, c.peer_id, c.credential_id, c.number, c.issued_on, c.expires_on,
         c.birth_month_day, c.conditions_held, c.conditions_not_held, c.chosen_cycle_months, c.exam_year,
         ${earlierTerms('c')} as earlier_terms,
         ${termStartsOn('c')} as term_starts_on,
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
           where n.organization_id = c.organization_id and 'own-' || n.id = c.credential_id) as own_credential${more}
    from certification c;
  grant select on certification_facts to alongside_app, alongside_definer;
`
