import { isEmptyCheckIn, type CheckInInput } from '@alongside/shared/wellness/weekly-check-in'
import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import { useSession } from '../../app/session/session.store.ts'
import { watchUnsaved } from '../../ui/form/drafts.ts'
import type { FatigueSign, MyWeekQuery, SelfCare, WeekTag } from '../../generated/graphql.ts'

export type KeptCheckIn = NonNullable<MyWeekQuery['myWeek']['checkIn']>

/** The answers as the form holds them. */
export interface CheckInAnswers extends CheckInInput {
  weekStart: string
  weekFelt: number | null
  energy: number | null
  rest: number | null
  signs: FatigueSign[]
  selfCare: SelfCare[]
  tags: WeekTag[]
  line: string
  wentWell: string
}

export function noAnswers(weekStart: string): CheckInAnswers {
  const chosen = { signs: [], selfCare: [], tags: [] }
  return { weekStart, weekFelt: null, energy: null, rest: null, ...chosen, line: '', wentWell: '' }
}

export function answersOf(kept: KeptCheckIn): CheckInAnswers {
  const {
    weekStart,
    weekFelt = null,
    energy = null,
    rest = null,
    signs,
    selfCare,
    tags,
    line,
    wentWell,
  } = kept
  return {
    weekStart,
    weekFelt,
    energy,
    rest,
    signs: [...signs],
    selfCare: [...selfCare],
    tags: [...tags],
    line: line ?? '',
    wentWell: wentWell ?? '',
  }
}

/** What an own device keeps of answers that are not saved yet, so that they are there after a reload. */
const STORED = 'alongside.check-in-draft'
interface StoredDraft {
  readonly membershipId: string
  readonly answers: CheckInAnswers
}

/**
 * Answers that are not saved yet. On a shared device they live in this tab's memory only; nowhere do they reach another
 * person who signs in on it.
 */
export const useCheckInDraft = defineStore('check-in-draft', () => {
  const session = useSession()
  const answers = ref<CheckInAnswers | null>(null)
  const lastSent = ref({ body: '', key: '' })
  const owner = ref<string | null>(null)
  const isUnsaved = computed(() => answers.value !== null && !isEmptyCheckIn(answers.value))
  /** Whether they are there after a reload. */
  const isStored = ref(false)
  watchUnsaved(() => isUnsaved.value && !isStored.value)

  watch(
    () => session.me?.membershipId ?? null,
    (membershipId) => {
      // A session that ran out keeps the draft for the same person; another one begins with nothing.
      if (membershipId === null) return
      if (owner.value !== membershipId) {
        lastSent.value = { body: '', key: '' }
        answers.value = stored(membershipId)
      }
      owner.value = membershipId
    },
    { immediate: true },
  )
  watch(answers, (now) => {
    const { me } = session
    if (now && me?.isSharedDevice === false)
      isStored.value = store({ membershipId: me.membershipId, answers: now })
  })

  /** Saving the same answers again uses the same key, so that a lost reply never makes two records. */
  function keyFor(sent: CheckInAnswers): string {
    const body = JSON.stringify(sent)
    if (lastSent.value.body !== body) lastSent.value = { body, key: crypto.randomUUID() }
    return lastSent.value.key
  }

  function forget(): void {
    answers.value = null
    isStored.value = false
    unstore()
    lastSent.value = { body: '', key: '' }
  }

  return { answers, isUnsaved, keyFor, forget }
})

function stored(membershipId: string): CheckInAnswers | null {
  try {
    const draft = JSON.parse(localStorage.getItem(STORED) ?? 'null') as StoredDraft | null
    // A draft of before this version has no line about what went well.
    return draft?.membershipId === membershipId
      ? { ...draft.answers, wentWell: draft.answers.wentWell ?? '' }
      : null
  } catch {
    return null
  }
}

/** Answers whether it worked: private windows may refuse storage. */
function store(draft: StoredDraft): boolean {
  try {
    localStorage.setItem(STORED, JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

function unstore(): void {
  try {
    localStorage.removeItem(STORED)
  } catch {
    // Without storage nothing was kept.
  }
}
