import { ACTIVITIES, catalogueActivity, isActivity } from '@alongside/shared/drift/activities/activities'
import {
  ACTIVITY_FUNCTIONS,
  ACTIVITY_GROUPS,
  PEER_FUNCTIONS,
} from '@alongside/shared/drift/activities/activity-functions'
import { labels as en } from '@alongside/shared/labels/en/drift'
import { labels as es } from '@alongside/shared/labels/es/drift'
import { expect, test } from 'vitest'

test('the worksheet has the 54 activities of the source in its order: 19, 28 and 7', () => {
  const counts = ACTIVITY_GROUPS.map(
    (group) => ACTIVITIES.filter((activity) => catalogueActivity(activity).group === group).length,
  )
  expect(counts).toEqual([19, 28, 7])
  const order = ACTIVITIES.map((activity) => ACTIVITY_GROUPS.indexOf(catalogueActivity(activity).group))
  expect(order).toEqual(order.toSorted((a, b) => a - b))
})

test('the functions are the eight of table 1 and the four that pull away from them', () => {
  expect(PEER_FUNCTIONS).toHaveLength(8)
  expect(ACTIVITY_FUNCTIONS.filter((kind) => !PEER_FUNCTIONS.includes(kind))).toEqual([
    'CLINICAL',
    'SURVEILLANCE',
    'ERRAND',
    'ADMINISTRATIVE',
  ])
})

test('our reading names work as clinical, watching or an errand where the source does', () => {
  const read = (kind: string) =>
    ACTIVITIES.filter((activity) => catalogueActivity(activity).function === kind)
  expect(read('CLINICAL')).toEqual(
    expect.arrayContaining([
      'HOLDING_THERAPY',
      'SUGGESTING_MEDICATION',
      'ASSESSING_SUICIDE_RISK',
      'GIVING_DRUG_TEST',
    ]),
  )
  expect(read('SURVEILLANCE')).toEqual(
    expect.arrayContaining(['WATCHING_SYMPTOMS', 'REPORTING_RETURN_TO_USE']),
  )
  expect(read('ERRAND')).toEqual(expect.arrayContaining(['DRIVING_TO_APPOINTMENTS', 'FILLING_OUT_FORMS']))
})

test('no two activities are called alike in either language', () => {
  for (const labels of [en, es]) expect(new Set(Object.values(labels.Activity)).size).toBe(54)
})

test('what is no activity is not taken for one', () => {
  expect(isActivity('toString')).toBe(false)
  expect(isActivity('HOLDING_THERAPY')).toBe(true)
})
