import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * A supervisor can read an agreement from the day on which their supervision is in force. Where it named them before,
 * they are told on that day.
 */
export class AgreementsToSignFromTheStart1797020000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    await runner.query(reading)
    await runner.query(telling)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop function access.tell_of_agreements_to_sign;
      drop policy definer_finds on supervision_agreement;
      drop policy definer_finds on supervision_agreement_term;
      drop policy definer_finds on supervision_agreement_signature;
      revoke select (organization_id, id, peer_id, ends_on) on supervision_agreement from alongside_definer;
      revoke select (organization_id, agreement_id, type, supervisor_id) on supervision_agreement_term
        from alongside_definer;
      revoke select (organization_id, agreement_id, member_id) on supervision_agreement_signature
        from alongside_definer;
    `)
  }
}

/** Who is named, and who has signed; nothing of what was agreed. */
const reading = /* sql */ `
  create policy definer_finds on supervision_agreement for select to alongside_definer using (true);
  create policy definer_finds on supervision_agreement_term for select to alongside_definer using (true);
  create policy definer_finds on supervision_agreement_signature for select to alongside_definer using (true);
  grant select (organization_id, id, peer_id, ends_on) on supervision_agreement to alongside_definer;
  grant select (organization_id, agreement_id, type, supervisor_id) on supervision_agreement_term to alongside_definer;
  grant select (organization_id, agreement_id, member_id) on supervision_agreement_signature to alongside_definer;
`

const telling = /* sql */ `
  -- It serves every organization, so that it works only where nobody is signed in. Whoever was told is not told again.
  create function access.tell_of_agreements_to_sign(p_now timestamptz) returns integer
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with told as (
      insert into notification (organization_id, recipient_id, kind, key, subject_id, created_at)
      select distinct g.organization_id, t.supervisor_id, 'AGREEMENT_TO_SIGN', 'agreement:' || g.id, g.id, p_now
        from supervision_agreement g
        join organization o on o.id = g.organization_id
        join supervision_agreement_term t on t.organization_id = g.organization_id and t.agreement_id = g.id
        join supervision_relationship r on r.organization_id = g.organization_id and r.peer_id = g.peer_id
         and r.supervisor_id = t.supervisor_id and r.type = t.type
        join membership m on m.organization_id = g.organization_id and m.id = t.supervisor_id and m.disabled_at is null
       where access.organization_id() is null and g.ends_on is null and r.accepted_at is not null
         and r.starts_on <= (p_now at time zone o.time_zone)::date
         and (r.ends_on is null or r.ends_on >= (p_now at time zone o.time_zone)::date)
         and not exists (
           select from supervision_agreement_signature s
            where s.organization_id = g.organization_id and s.agreement_id = g.id and s.member_id = t.supervisor_id)
      on conflict on constraint notification_organization_id_recipient_id_key_key do nothing
      returning id)
    select count(*)::integer from told
  $$;
  alter function access.tell_of_agreements_to_sign owner to alongside_definer;
`
