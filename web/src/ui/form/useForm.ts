import type { ValidationError } from '@alongside/shared/validation/validation-error'
import { computed, nextTick, onScopeDispose, reactive, ref, shallowRef, watch, type InjectionKey } from 'vue'
import { useDraft } from './useDraft.ts'
import { useProblemWords, validationErrorsIn } from '../feedback/useProblemWords.ts'

export interface FormSetup<Values extends object> {
  /** The values to begin with, and to go back to. */
  initial: () => Values
  /** The shared rule that the server applies too. */
  readonly check: (this: void, values: Values) => ValidationError[]
  /** False where it was not sent after all, since somebody went back. */
  submit: (values: Values) => Promise<void | false>
  /** False for what keeps its drafts itself. */
  readonly keepsDraft?: boolean
}

export interface SummaryLine {
  readonly field: string
  readonly text: string
}

/** What fields and the error summary need of the form around them. */
export interface FormContext {
  errorOf(field: string): string | undefined
  nameField(field: string, label: string | null): void
  /** What a control holds cannot be read: the form is not sent until it can. */
  refuseField(field: string, problem: ValidationError['problem'] | null): void
  /** Somebody typed or chose something. */
  touch(): void
  /** What was typed the last time is here again. */
  readonly restored: boolean
  reset(): Promise<void>
  readonly summary: readonly SummaryLine[]
  readonly failure: string | undefined
  readonly attempts: number
}

export const formKey: InjectionKey<FormContext> = Symbol('form')

/** What is wrong, by field: the form's own check and the server's answer, the first of each field. */
function useFindings() {
  const words = useProblemWords()
  const labels = reactive(new Map<string, string>())
  const own = ref<ValidationError[]>([])
  const theirs = ref<ValidationError[]>([])
  const unread = reactive(new Map<string, ValidationError>())
  const error = shallowRef<unknown>(null)
  const isAttempted = ref(false)

  /** Fields say it at once themselves; the summary with the next attempt. */
  const shownUnread = computed(() => (isAttempted.value ? [...unread.values()] : []))
  const byField = computed(() => firstByField([...shownUnread.value, ...own.value, ...theirs.value]))
  const summary = computed<SummaryLine[]>(() =>
    [...byField.value.values()].map((validationError) => {
      const label = labels.get(validationError.field)
      const text = words.ofField(validationError)
      return { field: validationError.field, text: label ? `${label}: ${text}` : text }
    }),
  )
  const failure = computed(() => (error.value === null ? undefined : words.ofError(error.value)))

  function errorOf(field: string): string | undefined {
    const validationError = byField.value.get(field)
    return validationError && words.ofField(validationError)
  }
  function nameField(field: string, label: string | null): void {
    if (label === null) labels.delete(field)
    else labels.set(field, label)
  }
  function refuseField(field: string, problem: ValidationError['problem'] | null): void {
    if (problem === null) unread.delete(field)
    else unread.set(field, { field, problem })
  }
  function forget(): void {
    isAttempted.value = false
    own.value = []
    theirs.value = []
    error.value = null
  }
  const said = { summary, failure, errorOf, nameField, refuseField, forget }
  return { own, theirs, unread, isAttempted, error, ...said }
}

function firstByField(validationErrors: readonly ValidationError[]): Map<string, ValidationError> {
  const first = new Map<string, ValidationError>()
  for (const validationError of validationErrors)
    if (!first.has(validationError.field)) first.set(validationError.field, validationError)
  return first
}

/** A form checks when it is sent, from then on at every change, and keeps what was typed whatever happens. */
export function useForm<Values extends object>(setup: FormSetup<Values>) {
  const values = reactive(setup.initial()) as Values
  const { own, theirs, unread, isAttempted, error, forget, ...findings } = useFindings()
  const { settle, goAway, ...kept } = useDraft(values, setup.initial, setup.keepsDraft ?? true)
  const [busy, attempts] = [ref(false), ref(0)]

  watch(values, () => {
    theirs.value = []
    if (attempts.value > 0) own.value = setup.check(values)
  })
  onScopeDispose(() => goAway(busy.value))

  async function send(): Promise<void> {
    let isSent = false
    try {
      isSent = (await setup.submit(values)) !== false
    } catch (caught) {
      theirs.value = [...validationErrorsIn(caught)]
      if (theirs.value.length === 0) error.value = caught
    }
    busy.value = false
    settle(isSent)
  }

  async function submit(): Promise<void> {
    if (busy.value) return
    forget()
    isAttempted.value = true
    own.value = setup.check(values)
    busy.value = own.value.length + unread.size === 0
    const isSent = busy.value
    if (isSent) await send()
    attempts.value = isSent && theirs.value.length === 0 && error.value === null ? 0 : attempts.value + 1
  }

  async function reset(): Promise<void> {
    Object.assign(values, setup.initial())
    await nextTick()
    forget()
    attempts.value = 0
    settle(true)
  }

  return reactive({ values, busy, attempts, ...findings, ...kept, submit, reset })
}
