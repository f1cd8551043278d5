import { ApolloArmor } from '@escape.tech/graphql-armor'
import {
  type ASTVisitor,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql'

/** What one operation may ask. Lists bound themselves with `first` ≤ 100. */
export const OPERATION_LIMITS = {
  lists: 3,
  depth: 7,
  aliases: 10,
  cost: 2_000,
  tokens: 1_000,
  bodyBytes: 100_000,
} as const

/** Fields at which somebody could guess: each must be the only one of its operation. */
const ALONE = new Set([
  'signIn',
  'confirmPassword',
  'updateOwnPassword',
  'acceptInvitation',
  'recoverAccount',
])

/** Connections add two levels that say nothing. */
const UNCOUNTED = new Set(['edges', 'node'])

export const armor = new ApolloArmor({
  maxTokens: { enabled: false },
  maxDepth: { enabled: false },
  maxAliases: { n: OPERATION_LIMITS.aliases, allowList: [] },
  maxDirectives: { n: 10 },
  costLimit: {
    maxCost: OPERATION_LIMITS.cost,
    objectCost: 2,
    scalarCost: 1,
    depthCostFactor: 1.2,
    // A fragment is no level of its own: what a union holds weighs as much as without it.
    flattenFragments: true,
    ignoreIntrospection: true,
  },
  blockFieldSuggestion: { enabled: true },
})

/** Refuses operations deeper than the limit; each fragment is measured once, so that a fragment bomb costs nothing. */
export function depthLimit(context: ValidationContext): ASTVisitor {
  const measured = new Map<string, number>()
  const depthOf = (set: SelectionSetNode | undefined, open: ReadonlySet<string>): number => {
    if (!set) return 0
    let deepest = 0
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) deepest = Math.max(deepest, fieldDepth(selection, open))
      else if (selection.kind === Kind.INLINE_FRAGMENT)
        deepest = Math.max(deepest, depthOf(selection.selectionSet, open))
      else deepest = Math.max(deepest, fragmentDepth(context.getFragment(selection.name.value), open))
    }
    return deepest
  }
  const fieldDepth = (field: FieldNode, open: ReadonlySet<string>): number => {
    if (field.name.value.startsWith('__')) return 0
    return (UNCOUNTED.has(field.name.value) ? 0 : 1) + depthOf(field.selectionSet, open)
  }
  const fragmentDepth = (
    fragment: FragmentDefinitionNode | null | undefined,
    open: ReadonlySet<string>,
  ): number => {
    if (!fragment || open.has(fragment.name.value)) return 0
    const known = measured.get(fragment.name.value)
    if (known !== undefined) return known
    const depth = depthOf(fragment.selectionSet, new Set([...open, fragment.name.value]))
    measured.set(fragment.name.value, depth)
    return depth
  }
  return {
    OperationDefinition(operation) {
      if (depthOf(operation.selectionSet, new Set()) <= OPERATION_LIMITS.depth) return
      context.reportError(new GraphQLError(`The operation is deeper than ${OPERATION_LIMITS.depth} levels.`))
    },
  }
}

/** An alias limit does not stop guessing: a field that takes a password stands alone. */
export function guessingFieldsStandAlone(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      const roots = rootFields(operation.selectionSet, context, new Set())
      if (roots.length > 1 && roots.some((field) => ALONE.has(field.name.value))) {
        context.reportError(new GraphQLError('This field must be the only one of its operation.'))
      }
    },
  }
}

/** The cost counts rows only where `first` is written out, so the number of lists at the root has a limit of its own. */
export function fewLists(context: ValidationContext): ASTVisitor {
  const fields = context.getSchema().getQueryType()?.getFields() ?? {}
  return {
    OperationDefinition(operation) {
      const roots = rootFields(operation.selectionSet, context, new Set())
      const lists = roots.filter(({ name }) => fields[name.value]?.args.some((arg) => arg.name === 'first'))
      if (lists.length > OPERATION_LIMITS.lists) {
        context.reportError(
          new GraphQLError(`An operation asks for at most ${OPERATION_LIMITS.lists} lists.`),
        )
      }
    },
  }
}

function rootFields(set: SelectionSetNode, context: ValidationContext, open: Set<string>): FieldNode[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection]
    if (selection.kind === Kind.INLINE_FRAGMENT) return rootFields(selection.selectionSet, context, open)
    const fragment = context.getFragment(selection.name.value)
    if (!fragment || open.has(fragment.name.value)) return []
    open.add(fragment.name.value)
    return rootFields(fragment.selectionSet, context, open)
  })
}
