import { randomUUID } from 'node:crypto'
import type { ImportedHours } from '@alongside/shared/imports/ce-hours-row'
import { foldedForComparison } from '@alongside/shared/language/folded-text'
import type { Write } from '../../database/reads-and-writes.ts'
import { ME, NOW, insertFrom } from '../../database/statements.ts'
import { CeActivity } from '../../certification/recording/ce-activity.entity.ts'
import { CeCredit } from '../../certification/recording/ce-credit.entity.ts'
import { type NewLine, recordsNoted } from './new-line.ts'

const ACTIVITIES = `from jsonb_to_recordset(:activities::jsonb) as made (
  id uuid, title text, provider text, held date, mode text)`
const ACTIVITY = {
  id: () => 'id',
  title: () => 'title',
  provider: () => 'provider',
  heldOn: () => 'held',
  deliveryMode: () => 'mode',
  contents: () => "'{}'::text[]",
  recordedBy: ME,
  recordedAt: NOW,
}

const CREDITS =
  'from jsonb_to_recordset(:made::jsonb) as made (id uuid, peer uuid, hours numeric, topics jsonb)'
const CREDIT = {
  activityId: () => 'id',
  peerId: () => 'peer',
  hours: () => 'hours',
  categories: () => 'array(select jsonb_array_elements_text(topics))',
}

/** One activity for all who took the same training on the same day; three statements, however many lines. */
export function ceHoursMade(importId: string, lines: readonly NewLine<ImportedHours>[]): Write[] {
  const courseOf = ({ title, provider, heldOn, deliveryMode }: ImportedHours): string =>
    JSON.stringify([foldedForComparison(title), foldedForComparison(provider ?? ''), heldOn, deliveryMode])
  const courses = [...Map.groupBy(lines, ({ made }) => courseOf(made)).values()].map((of) => ({
    id: randomUUID(),
    of,
  }))
  const activities = courses.flatMap(({ id, of: [first] }) =>
    first === undefined
      ? []
      : [
          {
            id,
            title: first.made.title,
            provider: first.made.provider,
            held: first.made.heldOn,
            mode: first.made.deliveryMode,
          },
        ],
  )
  const made = JSON.stringify(
    courses.flatMap(({ id, of }) =>
      of.map(({ line, made: { peerId, hours, topics } }) => ({ line, id, peer: peerId, hours, topics })),
    ),
  )
  return [
    insertFrom(CeActivity, ACTIVITIES, ACTIVITY, { parameters: { activities: JSON.stringify(activities) } }),
    insertFrom(CeCredit, CREDITS, CREDIT, { parameters: { made } }),
    recordsNoted(importId, made),
  ]
}
