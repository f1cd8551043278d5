import { useQuery } from '@pinia/colada'
import { isAnswered, type WorksheetAnswer } from '@alongside/shared/drift/role-agreement/differences'
import { computed, reactive, watch } from 'vue'
import { useAction } from '../../app/actions/useAction.ts'
import { askPrivately } from '../../app/actions/usePasswordConfirmation.ts'
import { ask } from '../../app/session/graphql-client.ts'
import { useSession } from '../../app/session/session.store.ts'
import { setRoleAnswerMutation, myRoleWorksheetQuery } from './role-worksheet.operations.ts'

const OPEN = { isPartOfRole: null, conflictsWithValues: null, isBetterSuited: null, betterSuited: null }

/** One's own worksheet: each answer shows at once and is saved one after the other; one that fails is taken back. */
export function useWorksheet(placementId: () => string) {
  const session = useSession()
  const { run } = useAction()
  const answers = reactive(new Map<string, WorksheetAnswer>())
  const { data, error, refetch } = useQuery({
    key: () => ['my-role-worksheet', session.me?.membershipId ?? '', placementId()],
    query: () => askPrivately(myRoleWorksheetQuery, { placementId: placementId() }),
    staleTime: 0,
  })
  watch(
    () => data.value?.myRoleWorksheet.answers,
    (saved) => saved?.forEach((one) => answers.set(one.activity, { ...OPEN, ...one })),
    { immediate: true },
  )
  const answerTo = (activity: string): WorksheetAnswer => answers.get(activity) ?? { activity, ...OPEN }

  let last: Promise<unknown> = Promise.resolve()
  function save(activity: string, change: Partial<WorksheetAnswer>): void {
    const before = answers.get(activity)
    const answer = { ...answerTo(activity), ...change }
    if (!answer.isBetterSuited) Object.assign(answer, { betterSuited: null })
    answers.set(activity, answer)
    const input = { placementId: placementId(), ...answer }
    last = last.then(async () => {
      const saved = await run(() => ask(setRoleAnswerMutation, { input }))
      if (saved !== undefined || answers.get(activity) !== answer) return
      if (before) answers.set(activity, before)
      else answers.delete(activity)
    })
  }
  const answeredCount = computed(() => [...answers.values()].filter(isAnswered).length)
  const saved = (): Promise<unknown> => last
  return { data, error, refetch, answerTo, save, saved, answeredCount }
}
