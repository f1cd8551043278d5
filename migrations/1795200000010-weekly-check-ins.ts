import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The weekly check-in: only the peer who answered it can read it, and nobody else, whatever their role. */
export class WeeklyCheckIns1795200000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table)
    await runner.query(policies)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table weekly_check_in')
  }
}

const table = /* sql */ `
  create table weekly_check_in (
    organization_id uuid not null,
    id uuid not null,
    peer_id uuid not null,
    week_start date not null
      constraint weekly_check_in_week_starts_on_monday check (extract(isodow from week_start) = 1),
    week_felt smallint constraint weekly_check_in_week_felt_range check (week_felt between 1 and 5),
    energy smallint constraint weekly_check_in_energy_range check (energy between 1 and 5),
    rest smallint constraint weekly_check_in_rest_range check (rest between 1 and 5),
    signs text[] not null default '{}' constraint weekly_check_in_signs_known check (signs <@ array[
      'ANGER', 'EXHAUSTION', 'NO_JOY', 'NEED_TO_BLAME', 'STOMACH_PAIN', 'LOW_SELF_ESTEEM', 'OFTEN_LATE',
      'HIGH_SELF_EXPECTATIONS', 'LACK_OF_SLEEP', 'FEELING_LOW', 'HOPELESSNESS', 'OVERWORKING',
      'FEELING_OF_FAILURE', 'IRRITABILITY', 'FREQUENT_HEADACHES'] and cardinality(signs) <= 15),
    self_care text[] not null default '{}' constraint weekly_check_in_self_care_known check (self_care <@ array[
      'SLEEP', 'EATING_WELL', 'MOVEMENT', 'RELAXATION', 'WASHING_THE_DAY_OFF', 'FRIENDS_AND_FAMILY', 'RITUAL',
      'SHARED_WITH_COWORKERS', 'SPIRITUAL_PRACTICE', 'CONNECTING_WITH_COLLEAGUES', 'TIME_AWAY']
      and cardinality(self_care) <= 11),
    tags text[] not null default '{}' constraint weekly_check_in_tags_known check (tags <@ array[
      'JAIL_VISIT', 'COURT', 'OUT_WITH_OFFICERS', 'OVERDOSE_DEATH', 'CRISIS', 'SOMEBODY_FROM_THE_PAST',
      'OLD_MEMORIES', 'CRITICISM_FROM_CLOSE_ONES', 'GOOD_NEWS'] and cardinality(tags) <= 9),
    line text constraint weekly_check_in_line_length check (char_length(line) between 1 and 500),
    instrument_version integer not null,
    idempotency_key uuid not null,
    body_hash bytea not null constraint weekly_check_in_body_hash_length check (octet_length(body_hash) = 32),
    submitted_at timestamptz not null,
    constraint weekly_check_in_pkey primary key (organization_id, id),
    constraint weekly_check_in_organization_id_peer_id_fkey
      foreign key (organization_id, peer_id) references membership (organization_id, id),
    constraint weekly_check_in_organization_id_peer_id_week_start_key unique (organization_id, peer_id, week_start),
    constraint weekly_check_in_organization_id_peer_id_idempotency_key_key
      unique (organization_id, peer_id, idempotency_key)
  );
  call access.enable_tenant_rls('weekly_check_in');
`

/**
 * The weeks that can still be answered are readable without the password, older ones need it. These are this week and
 * the one before: their Mondays are the two of the last fourteen days.
 */
const policies = /* sql */ `
  create policy peer_reads on weekly_check_in for select to alongside_app using (
    peer_id = (select access.membership_id()) and (select access.has_role('PEER'))
    and (week_start > (select access.today() - 14) or (select access.password_confirmed())));
  create policy peer_adds on weekly_check_in for insert to alongside_app with check (
    peer_id = (select access.membership_id()) and (select access.has_role('PEER'))
    and week_start > (select access.today() - 14) and week_start <= (select access.today()));
  create policy peer_updates on weekly_check_in for update to alongside_app using (
    peer_id = (select access.membership_id()) and (select access.has_role('PEER'))
    and week_start > (select access.today() - 14));
  grant select, insert, update (week_felt, energy, rest, signs, self_care, tags, line, instrument_version,
    idempotency_key, body_hash, submitted_at) on weekly_check_in to alongside_app;
`
