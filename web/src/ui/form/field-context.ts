import { computed, inject, type ComputedRef, type InjectionKey } from 'vue'

/** What a field tells the control inside it. */
export interface FieldContext {
  readonly id: string
  readonly name: string
  readonly describedBy: ComputedRef<string | undefined>
  readonly invalid: ComputedRef<boolean>
  readonly required: ComputedRef<boolean>
}

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

export function fieldId(name: string): string {
  return `field-${name}`
}
