import { type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql'

/** Whether the operation asks for a field of what is being resolved; `@skip` and `@include` count as asked. */
export function isSelected({ fieldNodes, fragments }: GraphQLResolveInfo, field: string): boolean {
  const isIn = (set: SelectionSetNode | undefined): boolean =>
    (set?.selections ?? []).some((selection) => {
      if (selection.kind === Kind.FIELD) return selection.name.value === field
      return isIn(
        selection.kind === Kind.INLINE_FRAGMENT
          ? selection.selectionSet
          : fragments[selection.name.value]?.selectionSet,
      )
    })
  return fieldNodes.some(({ selectionSet }) => isIn(selectionSet))
}
