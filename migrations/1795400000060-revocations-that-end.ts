import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * A revocation that is ended or taken back brings its certification back: not where the peer has been certified anew
 * since, for nobody holds a credential twice.
 */
export class RevocationsThatEnd1795400000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statusesDoNotOverlap(andNoCertificationTwice))
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(statusesDoNotOverlap(''))
  }
}

const andNoCertificationTwice = /* sql */ `
    if tg_op = 'UPDATE' and new.status = 'REVOKED' and exists (
      select from certification c
        join certification other
          on other.organization_id = c.organization_id and other.peer_id = c.peer_id
         and other.credential_id = c.credential_id and other.id <> c.id
       where c.organization_id = new.organization_id and c.id = new.certification_id
         and other.issued_on < access.certification_ends_on(c)
         and c.issued_on < access.certification_ends_on(other)) then
      raise check_violation using constraint = 'certification_overlaps';
    end if;`

const statusesDoNotOverlap = (more: string): string => /* sql */ `
  create or replace function access.statuses_do_not_overlap() returns trigger language plpgsql as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('certifications of ' || new.peer_id, 0));
    if new.withdrawn_at is null and exists (
      select from certification_status_period p
       where p.organization_id = new.organization_id and p.certification_id = new.certification_id
         and p.status = new.status and p.id <> new.id and p.withdrawn_at is null
         and daterange(p.starts_on, p.ends_on, '[]') && daterange(new.starts_on, new.ends_on, '[]')) then
      raise check_violation using constraint = 'certification_status_period_overlaps';
    end if;${more}
    return null;
  end $$;
`
