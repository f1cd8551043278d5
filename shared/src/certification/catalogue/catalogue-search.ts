import { foldedForComparison } from '../../language/folded-text.ts'

/** Finds credentials by what somebody would type: a name, an abbreviation, a board, a former title. */
export interface CatalogueEntry {
  readonly state: string
  readonly stateName: string
  readonly name: string
  readonly abbreviation: string
  readonly certifyingBody: string | null
  readonly alsoKnownAs: readonly string[]
}

/** Every word typed must begin a word of the entry; letters with and without marks are the same. */
export function findsEntry(entry: CatalogueEntry, typed: string): boolean {
  const { state, stateName, name, abbreviation, certifyingBody, alsoKnownAs } = entry
  const words = wordsOf(
    [state, stateName, name, abbreviation, certifyingBody ?? '', ...alsoKnownAs].join(' '),
  )
  return wordsOf(typed).every((wanted) => words.some((word) => word.startsWith(wanted)))
}

function wordsOf(text: string): string[] {
  return foldedForComparison(text).match(/[\p{L}\p{N}]+/gu) ?? []
}
