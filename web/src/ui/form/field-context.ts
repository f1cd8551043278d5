import { computed, inject, onBeforeUnmount, type ComputedRef, type InjectionKey } from 'vue'

/** What a field tells the control inside it. */
export interface FieldContext {
  readonly id: string
  readonly name: string
  readonly describedBy: ComputedRef<string | undefined>
  readonly invalid: ComputedRef<boolean>
  readonly required: ComputedRef<boolean>
  /** What is typed cannot be read as a value: nothing is sent until it can. Null takes it back. */
  refuse(problem: UnreadProblem | null): void
}

export type UnreadProblem = 'not-a-date' | 'not-a-number' | 'comma-in-number'

export const fieldKey: InjectionKey<FieldContext> = Symbol('field')

/** The attributes that tie a control to its label, hint and error. */
export function useFieldAttributes() {
  const field = inject(fieldKey, null)
  return computed(() => ({
    id: field?.id,
    name: field?.name,
    'aria-describedby': field?.describedBy.value,
    'aria-invalid': field?.invalid.value ? ('true' as const) : undefined,
    'aria-required': field?.required.value ? ('true' as const) : undefined,
  }))
}

/** For a control that may hold something that it cannot read, such as half a date. */
export function useUnread() {
  const field = inject(fieldKey, null)
  onBeforeUnmount(() => field?.refuse(null))
  return (problem: UnreadProblem | null): void => field?.refuse(problem)
}

export function fieldId(name: string): string {
  return `field-${name}`
}
