import { randomUUID } from 'node:crypto'
import { NOW, TODAY } from '../../../support/fixed-today.ts'
import { BEFORE_THE_RESET, type RowPlacing, secretAnswers } from '../row-placing.ts'

/** What a peer answers for themself: open, finished, and from before a password reset by somebody else. */
export async function placeQuestionnaires({ place, actors, organization_id }: RowPlacing): Promise<void> {
  await place('ProQOL items', 'proqol_item_set', {
    id: randomUUID(),
    items: Array.from({ length: 30 }, (_, index) => `Sentence ${index + 1}`),
    credit: 'Stamm, ProQOL 5, www.proqol.org',
    imported_by: actors.admin.id,
    imported_at: NOW,
  })
  const open = { started_on: '2026-05-18', saved_at: NOW }
  const finished = { ...open, finished_on: TODAY }
  const locked = { started_on: '2025-05-18', finished_on: '2025-05-18', saved_at: BEFORE_THE_RESET }
  const proqol = { items: 30, of: {} }
  const ethics = { items: 27, of: { version: 1 } }
  const add = (label: string, table: string, { items, of }: typeof proqol, state: object) =>
    place(label, table, {
      ...{ id: randomUUID(), member_id: actors.peer.id, ...of, ...state },
      answers: secretAnswers(label, organization_id, items),
    })
  // The pause between two counts from the last that is finished.
  await add('ProQOL answers from before a password reset', 'proqol_response', proqol, locked)
  await add('ProQOL answers', 'proqol_response', proqol, open)
  await add('finished ProQOL answers', 'proqol_response', proqol, finished)
  await add('ethics reflection', 'ethics_reflection', ethics, open)
  await add('finished ethics reflection', 'ethics_reflection', ethics, finished)
  await add('ethics reflection from before a password reset', 'ethics_reflection', ethics, locked)
}
