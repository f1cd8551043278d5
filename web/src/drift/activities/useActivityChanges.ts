import { customActivityId } from '@alongside/shared/drift/activities/custom-activity-input'
import { useI18n } from '#i18n'
import { useAction } from '../../app/actions/useAction.ts'
import { ask } from '../../app/session/graphql-client.ts'
import type { ActivityFunction, ActivityGroup } from '../../generated/graphql.ts'
import {
  archiveCustomActivityMutation,
  createCustomActivityMutation,
  renameCustomActivityMutation,
  restoreCustomActivityMutation,
  setActivityFunctionMutation,
} from './activities.operations.ts'
import { ROLE_ACTIVITIES, type RoleActivity } from './useActivities.ts'

export interface ActivityValues {
  name: string
  group: ActivityGroup
  function: ActivityFunction
}

const idOf = (key: string) => customActivityId(key) ?? ''
const archiveByKey = (key: string) => ask(archiveCustomActivityMutation, { input: { id: idOf(key) } })
const restoreByKey = (key: string) => ask(restoreCustomActivityMutation, { input: { id: idOf(key) } })

/** What differs is sent, and nothing else. */
async function send(key: string, from: ActivityValues, to: ActivityValues): Promise<void> {
  if (to.name.trim() !== from.name)
    await ask(renameCustomActivityMutation, { input: { id: idOf(key), name: to.name } })
  if (to.function !== from.function)
    await ask(setActivityFunctionMutation, { input: { key, function: to.function } })
}

/** Adding, changing and archiving what worksheets ask about. Each can be undone. */
export function useActivityChanges() {
  const { t } = useI18n()
  const { busy, run, refresh, announce } = useAction([ROLE_ACTIVITIES])

  async function add(idempotencyKey: string, values: ActivityValues): Promise<void> {
    const input = { idempotencyKey, ...values }
    const { createCustomActivity } = await ask(createCustomActivityMutation, { input })
    const { key } = createCustomActivity.activity
    await refresh()
    announce(undefined, {
      done: t('drift.activities.added'),
      undo: { run: () => archiveByKey(key) },
    })
  }

  async function change(activity: RoleActivity, to: ActivityValues): Promise<void> {
    const { key, name, group, function: kind } = activity
    const from = { name: name ?? '', group, function: kind }
    await send(key, from, to).finally(refresh)
    announce(undefined, {
      done: t('drift.activities.changed'),
      undo: { run: () => send(key, { ...to, name: to.name.trim() }, from) },
    })
  }

  const archive = ({ key, name }: RoleActivity) =>
    run(() => archiveByKey(key), {
      done: t('drift.activities.archived', { name: name ?? '' }),
      undo: { run: () => restoreByKey(key) },
    })
  const restore = ({ key, name }: RoleActivity) =>
    run(() => restoreByKey(key), {
      done: t('drift.activities.restored', { name: name ?? '' }),
      undo: { run: () => archiveByKey(key) },
    })
  return { busy, add, change, archive, restore }
}
