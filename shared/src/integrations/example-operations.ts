/** Operations to begin with: what the page of examples shows, and what a test asks as it stands there. */
import type { TokenCapability } from './token-capabilities.ts'

export interface ExampleOperation {
  /** Names its words on the page. */
  readonly key: 'renewals-due' | 'all-certifications' | 'catalogue' | 'people'
  readonly capability: TokenCapability
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
}

export const EXAMPLE_OPERATIONS: readonly ExampleOperation[] = [
  {
    key: 'renewals-due',
    capability: 'certification.read',
    query: `query RenewalsDue($days: Int!, $first: Int!) {
  renewals(filter: { dueWithinDays: $days }, sort: { by: EXPIRY }, first: $first) {
    totalCount
    edges { node { peer { displayName } expiresOn daysLeft status credential { abbreviation state } } }
  }
}`,
    variables: { days: 90, first: 100 },
  },
  {
    key: 'all-certifications',
    capability: 'certification.read',
    query: `query AllCertifications($first: Int!, $after: String) {
  renewals(sort: { by: NAME }, first: $first, after: $after) {
    pageInfo { hasNextPage endCursor }
    edges { node { id peer { displayName } number issuedOn expiresOn status credential { name state } } }
  }
}`,
    variables: { first: 100, after: null },
  },
  {
    key: 'people',
    capability: 'people.read',
    query: `query People($first: Int!, $after: String) {
  peers(first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { node { id displayName } }
  }
}`,
    variables: { first: 100, after: null },
  },
  {
    key: 'catalogue',
    capability: 'credential-catalogue.read',
    query: `query Catalogue($state: String) {
  credentialCatalogue(filter: { state: $state }, first: 25) {
    edges { node { id name abbreviation certifyingBody cycleMonths totalHours } }
  }
}`,
    variables: { state: 'OH' },
  },
]

/** The body of the request, on one line. */
export function exampleBody({ query, variables }: ExampleOperation): string {
  return JSON.stringify({ query: query.replace(/\s+/g, ' '), variables })
}

/** The whole command for a POSIX shell; the token stands in a variable, so that it stays out of the history. */
export function curlExample(operation: ExampleOperation, address: string): string {
  return [
    `curl ${quoted(`${address}/graphql`)} \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -H "Authorization: Bearer $ALONGSIDE_TOKEN" \\`,
    `  -d ${quoted(exampleBody(operation))}`,
  ].join('\n')
}

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`
