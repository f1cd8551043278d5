import { afterAll, beforeAll, expect, it } from 'vitest'
import { createDataSource } from '../../api/src/database/data-source.ts'
import { deleteOldNotifications } from '../../api/src/notifications/notification-jobs.ts'
import { addDays } from '../../shared/src/calendar/plain-date.ts'
import { cast } from '../support/builders/builders.ts'
import { NOW, TODAY } from '../support/fixed-today.ts'
import { aNotification } from '../support/builders/notification-builders.ts'
import { inDatabaseAs } from '../support/builders/supervision-builders.ts'
import { TestApi } from '../support/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await TestApi.start()
})
afterAll(() => api.close())

it('erases what was seen after 180 days and everything after 400, in every organization', async () => {
  const { actors } = await cast(api.build)
  const ago = (days: number): Date => new Date(`${addDays(TODAY, -days)}T${NOW.toISOString().slice(11)}`)
  const kept: string[] = []
  for (const [recipient, days, seen, stays] of [
    [actors.peer, 180, true, true],
    [actors.peer, 181, true, false],
    [actors.peer, 181, false, true],
    [actors.stranger, 181, true, false],
    [actors.stranger, 400, false, true],
    [actors.stranger, 401, false, false],
  ] as const) {
    const id = await aNotification(api.build, recipient, {
      createdAt: ago(days),
      seenAt: seen ? ago(1) : null,
    })
    if (stays) kept.push(id)
  }
  const database = createDataSource(api.urls.appUrl, { poolSize: 1 })
  await database.initialize()
  await deleteOldNotifications(database, NOW)
  await database.destroy()
  const { rows } = await api.superuser.query<{ id: string }>('select id from notification')
  expect(rows.map(({ id }) => id).sort()).toEqual(kept.sort())
  const count = await inDatabaseAs(
    api,
    actors.admin,
    'select access.erase_old_notifications(now(), 0, 0) as erased',
  )
  expect(count).toEqual([{ erased: 0 }])
})
