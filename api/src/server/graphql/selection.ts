import {
  type DocumentNode,
  type GraphQLResolveInfo,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'

/** Whether the operation asks for the field at the end of a path below what is being resolved; `@skip` counts as asked. */
export function isSelected({ fieldNodes, fragments }: GraphQLResolveInfo, ...path: string[]): boolean {
  const isIn = (set: SelectionSetNode | undefined, [field, ...rest]: readonly string[]): boolean =>
    field === undefined ||
    (set?.selections ?? []).some((selection) => {
      if (selection.kind === Kind.FIELD)
        return selection.name.value === field && isIn(selection.selectionSet, rest)
      const inside =
        selection.kind === Kind.INLINE_FRAGMENT
          ? selection.selectionSet
          : fragments[selection.name.value]?.selectionSet
      return isIn(inside, [field, ...rest])
    })
  return fieldNodes.some(({ selectionSet }) => isIn(selectionSet, path))
}

/** The names of an operation's root fields, those in fragments too. Validation has refused fragments in circles. */
export function rootFieldsOf(
  operation: OperationDefinitionNode | undefined,
  document: DocumentNode,
): string[] {
  const fragments = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each.selectionSet] as const] : [],
    ),
  )
  const names = (set: SelectionSetNode | undefined): string[] =>
    (set?.selections ?? []).flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [selection.name.value]
      return names(
        selection.kind === Kind.INLINE_FRAGMENT
          ? selection.selectionSet
          : fragments.get(selection.name.value),
      )
    })
  return names(operation?.selectionSet)
}
