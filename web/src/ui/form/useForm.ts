import type { ValidationError } from '@alongside/shared/validation/validation-error'
import { computed, nextTick, reactive, ref, shallowRef, watch, type InjectionKey } from 'vue'
import { useProblemWords, validationErrorsIn } from '../feedback/useProblemWords.ts'

export interface FormSetup<Values extends object> {
  /** The values to begin with, and to go back to. */
  initial: () => Values
  /** The shared rule that the server applies too. */
  readonly check: (this: void, values: Values) => ValidationError[]
  submit: (values: Values) => Promise<void>
}

export interface SummaryLine {
  readonly field: string
  readonly text: string
}

/** What fields and the error summary need of the form around them. */
export interface FormContext {
  errorOf(field: string): string | undefined
  nameField(field: string, label: string | null): void
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
  const error = shallowRef<unknown>(null)

  const byField = computed(() => {
    const first = new Map<string, ValidationError>()
    for (const validationError of [...own.value, ...theirs.value]) {
      if (!first.has(validationError.field)) first.set(validationError.field, validationError)
    }
    return first
  })
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
  function forget(): void {
    own.value = []
    theirs.value = []
    error.value = null
  }
  return { own, theirs, error, summary, failure, errorOf, nameField, forget }
}

/** A form checks when it is sent, from then on at every change, and keeps what was typed whatever happens. */
export function useForm<Values extends object>(setup: FormSetup<Values>) {
  const values = reactive(setup.initial()) as Values
  const { own, theirs, error, summary, failure, errorOf, nameField, forget } = useFindings()
  const busy = ref(false)
  const attempts = ref(0)

  watch(values, () => {
    theirs.value = []
    if (attempts.value > 0) own.value = setup.check(values)
  })

  async function submit(): Promise<void> {
    if (busy.value) return
    forget()
    own.value = setup.check(values)
    busy.value = own.value.length === 0
    if (busy.value) {
      try {
        await setup.submit(values)
      } catch (caught) {
        theirs.value = [...validationErrorsIn(caught)]
        if (theirs.value.length === 0) error.value = caught
      }
    }
    busy.value = false
    attempts.value =
      own.value.length + theirs.value.length > 0 || error.value !== null ? attempts.value + 1 : 0
  }

  async function reset(): Promise<void> {
    Object.assign(values, setup.initial())
    await nextTick()
    forget()
    attempts.value = 0
  }

  return reactive({ values, busy, attempts, summary, failure, submit, reset, errorOf, nameField })
}
