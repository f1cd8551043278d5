import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What a status is computed from holds neither voided hours nor voided sessions nor other certifications that were
 * voided. Of a voided certification itself the facts stay, for what was known on a past day.
 */
export class FactsWithoutVoided1797040000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`drop view certification_facts; ${courseCredits} ${facts(NOW)}`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop view certification_facts; drop view course_credit; ${facts(BEFORE)}`)
  }
}

/** One credit as the rules take it. */
const CREDIT = `json_build_object(
             'id', h.activity_id, 'startsOn', a.starts_on, 'heldOn', a.held_on, 'hours', h.hours, 'categories', h.categories,
             'unit', a.credit_unit, 'deliveryMode', a.delivery_mode, 'earnedBy', a.earned_by, 'sponsor', a.provider,
             'approvedBy', case when a.approved_by is null and a.approved is false then '[]'
               else to_json(a.approved_by) end, 'contents', a.contents, 'onlyFor', h.only_for,
             'programme', lower(concat_ws(' / ', a.title, a.provider)))`

/** Every credit that was ever given, voided or not, with when it was recorded. */
const courseCredits = /* sql */ `
  create view course_credit with (security_invoker = true) as
  select h.organization_id, h.peer_id, h.activity_id, a.held_on, a.recorded_at, h.voided_at,
         ${CREDIT} as credit
    from ce_credit h
    join ce_activity a on a.organization_id = h.organization_id and a.id = h.activity_id;
  grant select on course_credit to alongside_app, alongside_definer;
`

interface Parts {
  readonly credits: string
  readonly sessions: string
  readonly others: string
  readonly voided: string
}

const BEFORE: Parts = {
  credits: `select json_agg(${CREDIT} order by a.held_on, a.id)
           from ce_credit h
           join ce_activity a on a.organization_id = h.organization_id and a.id = h.activity_id
          where h.organization_id = c.organization_id and h.peer_id = c.peer_id`,
  sessions: '',
  others: '',
  voided: '',
}

const NOW: Parts = {
  credits: `select json_agg(h.credit order by h.held_on, h.activity_id)
           from course_credit h
          where h.organization_id = c.organization_id and h.peer_id = c.peer_id and h.voided_at is null`,
  sessions: ' and s.voided_at is null',
  others: ' and other.voided_at is null',
  voided: ', c.voided_at',
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
const facts = ({ credits, sessions, others, voided }: Parts): string => /* sql */ `
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
         coalesce((${credits}), '[]') as credits,
         coalesce((select json_agg(json_build_object(
             'heldOn', t.held_on, 'minutes', t.minutes, 'isCoReflection', s.format = 'CO_REFLECTION')
             order by t.held_on, t.session_id)
           from session_attendance t
           join supervision_session s on s.organization_id = t.organization_id and s.id = t.session_id
          where t.organization_id = c.organization_id and t.peer_id = c.peer_id and s.status = 'HELD'${sessions}), '[]') as sessions,
         (select json_agg(json_build_object('from', w.starts_on, 'on', w.ends_on, 'hours', w.hours) order by w.ends_on, w.id)
            from service_hours w
           where w.organization_id = c.organization_id and w.peer_id = c.peer_id
             and w.voided_at is null) as service_hours,
         array(select other.credential_id from certification other
                where other.organization_id = c.organization_id and other.peer_id = c.peer_id and other.id <> c.id${others}
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
            and access.certification_ends_on(other) = other.expires_on), '[]') as held_together,
         coalesce((select json_agg(json_build_object(
             'question', e.question, 'answer', coalesce(to_json(e.held), to_json(e.months)), 'endsOn', e.ends_on)
             order by e.revision, e.question)
           from earlier_holder_answer e
          where e.organization_id = c.organization_id and e.certification_id = c.id
            and e.ends_on is not null), '[]') as earlier_answers${voided}
    from certification c;
  grant select on certification_facts to alongside_app, alongside_definer;
`
