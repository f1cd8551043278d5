import { type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql'

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
