import {
  MONTH_CELLS_MOST,
  validateMonthCell,
} from '@alongside/shared/certification/service-hours/monthly-hours'
import type { ValidationError } from '@alongside/shared/validation/validation-error'
import { computed, reactive } from 'vue'
import { useI18n } from '#i18n'
import type { ServiceMonthsQuery } from '../../generated/graphql.ts'

export type SheetRow = ServiceMonthsQuery['serviceMonths']['edges'][number]['node']
export type SheetCell = SheetRow['months'][number]

/** What was typed into a cell and not saved yet; `before` is what the sheet showed then. */
export interface SheetEdit {
  readonly peer: { readonly id: string; readonly displayName: string | null }
  readonly month: string
  readonly text: string
  readonly before: number | null
}

const keyOf = (peerId: string, month: string): string => `${peerId} ${month}`

/** October 2026 in short, in the language that is on. */
export function useMonthName(): (month: string) => string {
  const { locale } = useI18n()
  return (month) =>
    new Intl.DateTimeFormat(locale.value, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
      new Date(`${month}T00:00:00Z`),
    )
}

/** 160, 37.5 and 37,5; blank is none. What is no number is NaN, which the rule refuses. */
export function hoursTyped(text: string): number {
  return text.trim() === '' ? 0 : Number(text.trim().replace(',', '.'))
}

/** A block from a spreadsheet: lines, and cells between tabs. */
function cellsOf(block: string) {
  const lines = block.replace(/\r?\n$/, '').split(/\r?\n/)
  return lines.flatMap((line, down) =>
    line.split('\t').map((text, right) => ({ down, right, text: text.trim() })),
  )
}

const sentAs = ({ peer, month, text, before }: SheetEdit) => ({
  ...{ peerId: peer.id, month },
  ...{ hours: hoursTyped(text), expectedHours: before },
})

/** What was typed over all pages of the sheet, by cell; a cell that holds what was there before is none. */
export function useSheetEdits(today: () => string) {
  const values = reactive<{ edits: Record<string, SheetEdit> }>({ edits: {} })
  const edits = computed(() => Object.values(values.edits))
  const wrong = computed(() =>
    edits.value.flatMap((edit) => errorsOf(edit).map((error) => ({ edit, error }))),
  )

  function errorsOf({ month, text }: SheetEdit): readonly ValidationError[] {
    return validateMonthCell({ month, hours: hoursTyped(text) }, today()).slice(0, 1)
  }
  const editOf = (row: SheetRow, { month }: SheetCell): SheetEdit | undefined =>
    values.edits[keyOf(row.peer.id, month)]

  function type({ peer }: SheetRow, { month, hours, isSettable }: SheetCell, text: string): void {
    if (!isSettable) return
    const key = keyOf(peer.id, month)
    const before = values.edits[key]?.before ?? hours
    const { [key]: _removed, ...others } = values.edits
    values.edits =
      hoursTyped(text) === (before ?? 0) ? others : { ...others, [key]: { peer, month, text, before } }
  }
  /** What reaches beyond the sheet is left out. */
  function paste(rows: readonly SheetRow[], row: number, column: number, block: string): void {
    for (const { down, right, text } of cellsOf(block)) {
      const at = rows[row + down]
      const cell = at?.months[column + right]
      if (at && cell) type(at, cell, text)
    }
  }
  return {
    values,
    edits,
    wrong,
    most: MONTH_CELLS_MOST,
    isTooMany: computed(() => edits.value.length > MONTH_CELLS_MOST),
    editOf,
    errorsOf,
    type,
    paste,
    cells: () => edits.value.map(sentAs),
    clear: () => (values.edits = {}),
  }
}
export type SheetEdits = ReturnType<typeof useSheetEdits>
