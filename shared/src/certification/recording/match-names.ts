/** Finds people by a list of names that was pasted, such as the sign-in sheet of a class. */
import { foldedForComparison } from '../../language/folded-text.ts'

/** Lines of one paste: a sheet is shorter, and a whole document is a slip. */
export const PASTED_NAMES_MOST = 500

export interface Named {
  readonly id: string
  readonly displayName: string | null
}

export interface MatchedNames {
  readonly ids: readonly string[]
  /** Names that fit nobody. */
  readonly notFound: readonly string[]
  /** Names that fit several people: a person must choose. */
  readonly ambiguous: readonly string[]
}

/** One name a line, or parted by semicolons or tabs; `Hale, Curtis` is Curtis Hale. What follows a name in further columns is left out. */
export function matchNames(text: string, people: readonly Named[]): MatchedNames {
  const idsNamed = byName(people)
  const names = namesIn(text).slice(0, PASTED_NAMES_MOST)
  const found = names.map((name) => ({ name, ids: idsNamed(name) }))
  return {
    ids: [...new Set(found.flatMap(({ ids }) => (ids.length === 1 ? ids : [])))],
    notFound: found.filter(({ ids }) => ids.length === 0).map(({ name }) => name),
    ambiguous: found.filter(({ ids }) => ids.length > 1).map(({ name }) => name),
  }
}

/** The ids of everybody who is called that, in whichever way and order it is written. */
export function byName(people: readonly Named[]): (name: string) => readonly string[] {
  const ids = new Map<string, string[]>()
  for (const { id, displayName } of people) {
    const name = foldedForComparison(displayName ?? '')
    ids.set(name, [...(ids.get(name) ?? []), id])
  }
  return (name) => waysToWrite(name).flatMap((way) => ids.get(way) ?? [])
}

function namesIn(text: string): string[] {
  return text
    .split(/[\r\n;]+/)
    .map(
      (line) =>
        line
          .split('\t')[0]
          ?.replace(/^[\s\d.)\-•*]+/, '')
          .trim() ?? '',
    )
    .filter((name) => name !== '')
}

/** First name first, whichever way it was written; each way once. */
function waysToWrite(name: string): string[] {
  const [last = '', first = '', ...more] = name.split(',').map((part) => part.trim())
  const turned = first && more.length === 0 ? [`${first} ${last}`] : []
  return [...new Set([name, ...turned].map(foldedForComparison))]
}
