import type { SupervisionOfQuery } from '../../generated/graphql.ts'

export type Relationship = SupervisionOfQuery['supervisionOf']['relationships'][number]

/** Why somebody is named: anew, for the days on which another is away, or to go on after another. */
export type Naming =
  { readonly kind: 'new' } | { readonly kind: 'substitute' | 'reassign'; readonly of: Relationship }
