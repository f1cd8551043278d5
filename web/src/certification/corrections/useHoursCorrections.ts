import { useI18n } from '#i18n'
import { unlessStale } from '../../app/actions/unless-stale.ts'
import { useAction } from '../../app/actions/useAction.ts'
import { ask } from '../../app/session/graphql-client.ts'
import type {
  CorrectContinuingEducationInput,
  RecordedCourseQuery,
  VoidContinuingEducationInput,
} from '../../generated/graphql.ts'
import { CERTIFICATION_QUERIES } from '../history/useCertificationHistory.ts'
import {
  correctContinuingEducationMutation,
  restoreContinuingEducationMutation,
  voidContinuingEducationMutation,
} from './corrections.operations.ts'

export type Course = RecordedCourseQuery['recordedCourse']
/** For whom a change holds: one person of those who have the course, or all of them. */
export type Scope = 'one' | 'all'
const CHANGED = 'certification.corrections.changed-meanwhile'

interface Changed {
  readonly peers: readonly { readonly id: string }[]
  readonly course: { readonly revision: number }
}

async function toVoid(input: VoidContinuingEducationInput): Promise<Changed> {
  return unlessStale((await ask(voidContinuingEducationMutation, { input })).voidContinuingEducation, CHANGED)
}
async function toRestore(input: VoidContinuingEducationInput): Promise<Changed> {
  const { restoreContinuingEducation } = await ask(restoreContinuingEducationMutation, { input })
  return unlessStale(restoreContinuingEducation, CHANGED)
}
async function toCorrect(input: CorrectContinuingEducationInput): Promise<Changed> {
  const { correctContinuingEducation } = await ask(correctContinuingEducationMutation, { input })
  return unlessStale(correctContinuingEducation, CHANGED)
}

/** What takes a change back: the same people, as the course is after it. */
const after = (activityId: string, { peers, course }: Changed): VoidContinuingEducationInput => ({
  activityId,
  expectedRevision: course.revision,
  peerIds: peers.map(({ id }) => id),
})

/** Corrects, voids and restores hours, each with its undo in the toast: for the same people, on the revision then. */
export function useHoursCorrections() {
  const { t } = useI18n()
  const { run, refresh, announce } = useAction(CERTIFICATION_QUERIES)

  const say = (key: string, { peers }: Changed) =>
    t(`certification.corrections.${key}`, { count: peers.length }, peers.length)

  const voidHours = (input: VoidContinuingEducationInput) =>
    run(() => toVoid(input), {
      done: (changed) => say('done-void', changed),
      undo: { run: (changed) => toRestore(after(input.activityId, changed)) },
    })
  const restoreHours = (input: VoidContinuingEducationInput) =>
    run(() => toRestore(input), {
      done: (changed) => say('done-restore', changed),
      undo: { run: (changed) => toVoid(after(input.activityId, changed)) },
    })
  /** For a form, which says itself what did not go through. */
  async function correctHours(input: CorrectContinuingEducationInput): Promise<void> {
    const changed = await toCorrect(input)
    await refresh()
    announce(changed, {
      done: say('done-correct', changed),
      undo: { run: () => toRestore(after(input.activityId, changed)) },
    })
  }
  return { run, refresh, announce, voidHours, restoreHours, correctHours, toVoid }
}
