import { courseKey, type ImportedHours, validateCeHoursRow } from '@alongside/shared/imports/ce-hours-row'
import type { DateOrder } from '@alongside/shared/calendar/days-in-cells'
import { plainWords } from '@alongside/shared/imports/import-columns'
import { CeCategory } from '@alongside/shared/certification/catalogue/ce-category'
import { LABELS } from '@alongside/shared/labels/labels'
import { Language } from '@alongside/shared/people/account/languages'
import type { Reader } from '../../database/statement-queue.ts'
import type { Asker, Assessor, ReadLine } from './assessor.ts'
import { peersNamedIn } from './people-facts.ts'

// What the lines of a file of CE hours are assessed by: the peers, and the trainings that they have already.

interface Recorded {
  readonly peerId: string
  readonly title: string
  readonly heldOn: string
}

export async function ceHoursAssessor(
  db: Reader,
  asker: () => Asker,
  lines: readonly ReadLine[],
  dateOrder: DateOrder | null,
): Promise<Assessor<ImportedHours>> {
  const [people, recorded] = await Promise.all([
    peersNamedIn(db, lines),
    db.run<Recorded>(
      `select c.peer_id as "peerId", a.title, a.held_on as "heldOn"
         from ce_credit c
         join ce_activity a on a.organization_id = c.organization_id and a.id = c.activity_id
        where c.organization_id = (select access.organization_id()) and c.voided_at is null`,
    ),
  ])
  const facts = {
    today: asker().today,
    people,
    recorded: new Set(recorded.map(({ peerId, title, heldOn }) => courseKey(peerId, title, heldOn))),
    topics: TOPICS,
    dateOrder,
    earlier: new Map<string, number>(),
  }
  return (cells, line) => validateCeHoursRow(cells, line, facts)
}

/** By what the screens call them, in every language. */
const TOPICS = new Map(
  Object.values(Language).flatMap((language) =>
    Object.entries(CeCategory).map(([key, topic]) => {
      const label = LABELS[language].courses.CeCategory[key as keyof typeof CeCategory]
      return [plainWords(label), topic] as const
    }),
  ),
)
