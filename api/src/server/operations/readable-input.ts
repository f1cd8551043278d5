import type { ApolloServerPlugin } from '@apollo/server'
import { type DocumentNode, visit } from 'graphql'
import type { ValidationError } from '@alongside/shared/validation/validation-error'
import type { ApolloContext } from '../request-context.ts'
import { rejectIfInvalid } from '../graphql/domain-error.ts'

/**
 * Refuses a text that no database could keep or find (a zero byte, half of a pair), wherever it stands: every operation
 * is spared to look for it, and none can forget to.
 */
export function refuseUnreadableTexts(): ApolloServerPlugin<ApolloContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ request, document }) => {
        rejectIfInvalid([...unreadableIn(request.variables ?? {}, []), ...unreadableLiterals(document)])
      },
    }),
  }
}

export function isReadable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}

function unreadableIn(value: unknown, path: readonly string[]): ValidationError[] {
  if (typeof value === 'string')
    return isReadable(value) ? [] : [{ field: fieldAt(path), problem: 'not-text' }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => unreadableIn(inner, [...path, name]))
}

/** Fields are named from their input on, as everywhere. A name that is unreadable itself is nobody's field. */
export function fieldAt([first = '', ...rest]: readonly string[]): string {
  const path = first === 'input' && rest.length > 0 ? rest : [first, ...rest]
  return path.filter(isReadable).join('.')
}

function unreadableLiterals(document: DocumentNode): ValidationError[] {
  const found: ValidationError[] = []
  visit(document, {
    Argument: ({ name, value }) => {
      visit(value, {
        StringValue: (literal) => {
          if (!isReadable(literal.value)) found.push({ field: name.value, problem: 'not-text' })
        },
      })
    },
  })
  return found
}
