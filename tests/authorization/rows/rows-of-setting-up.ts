import { NOW } from '../../support/fixed-today.ts'
import type { RowPlacing } from './row-placing.ts'

/** How far setting up has come. */
export async function placeSettingUp({ place, actors }: RowPlacing): Promise<void> {
  await place(
    'setup step',
    'organization_setup_step',
    { step: 'TEAMS', done_at: NOW, decided_by: actors.admin.id },
    ['organization_id', 'step'],
  )
}
