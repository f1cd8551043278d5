import { notFound } from '../../server/graphql/domain-error.ts'
import type { Work } from '../custom-rules/rule-book.ts'

/** What is recorded once and never overwritten: a mistake in it is taken back, and stays to be seen. */
type Kept = 'certification_term' | 'board_status_period' | 'service_hours'

/** Takes back a record that was a mistake, or takes that back again; the database refuses what would then cross. */
export async function takeBack(work: Work, table: Kept, id: string, withdrawn: boolean): Promise<string> {
  // The first certificate has the id of its certification: it is corrected, never withdrawn.
  const isOther = table === 'certification_term' ? 'and id <> certification_id' : ''
  const changed = await work.run(
    `update ${table}
        set voided_by = case when $2 then access.membership_id() end,
            voided_at = case when $2 then access.now() end
      where organization_id = (select access.organization_id()) and id = $1 and (voided_at is null) = $2 ${isOther}
      returning id`,
    [id, withdrawn],
  )
  if (changed.length === 0) throw notFound()
  return id
}
