import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Whoever has left is told nothing of their certificates; whoever has come back is told again. */
export class NewsForWhoCameBack1795500000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(toldNoMore('and (e.returns_on is null or e.returns_on > p_today)'))
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(toldNoMore(''))
  }
}

const toldNoMore = (isStillAway: string): string => /* sql */ `
  create or replace function access.is_told_no_more(certification, p_today date) returns boolean
  language sql stable as $$
    select exists (
        select from certification later
         where later.organization_id = $1.organization_id and later.peer_id = $1.peer_id
           and later.credential_id = $1.credential_id and later.id <> $1.id and later.issued_on > $1.issued_on
           and (later.title = $1.title or later.title is null or $1.title is null))
      or exists (
        select from membership m
          left join employment e on e.organization_id = m.organization_id and e.member_id = m.id
         where m.organization_id = $1.organization_id and m.id = $1.peer_id
           and (m.disabled_at is not null or e.leaves_on < p_today ${isStillAway}))
  $$;
`
