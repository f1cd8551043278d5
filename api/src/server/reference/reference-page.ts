import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
  isEnumType,
  isInputObjectType,
  isObjectType,
  isSpecifiedScalarType,
  isUnionType,
} from 'graphql'
import { TOKEN_LIMITS, TOKEN_QUERIES } from '@alongside/shared/integrations/token-capabilities'
import { MAX_PAGE_SIZE } from '../graphql/connection.ts'
import { OPERATION_LIMITS } from '../operations/operation-limits.ts'
import { reachableTypes, type ReferenceQuery, referenceQueries } from './reachable-types.ts'

/** The reference for integrators as one page, out of the descriptions of the schema: nothing is written twice. */
export function referencePage(schema: GraphQLSchema): string {
  const queries = referenceQueries(schema, TOKEN_QUERIES)
  const types = reachableTypes(queries, schema)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API reference · Alongside</title>
<link rel="stylesheet" href="/reference.css">
</head>
<body>
<header><h1>API reference</h1><p>The queries that an API token can run. <a href="/settings/integrations">Tokens and examples</a></p></header>
<nav aria-label="On this page"><ul>
<li><a href="#asking">Making a request</a></li><li><a href="#limits">Limits</a></li><li><a href="#errors">Errors</a></li>
${queries.map(({ field }) => `<li><a href="#query-${field.name}"><code>${field.name}</code></a></li>`).join('\n')}
<li><a href="#types">Types</a></li></ul></nav>
<main>
${ASKING}
${queries.map(queryPart).join('\n')}
<section id="types"><h2>Types</h2><p>A type that ends in <code>!</code> is never null. <code>[…]</code> is a list.</p></section>
${types.map((type) => typePart(type, schema)).join('\n')}
</main>
</body>
</html>
`
}

const ERRORS: readonly (readonly [code: string, meaning: string])[] = [
  [
    'BAD_INPUT',
    'An argument is invalid. <code>extensions.validationErrors</code> names the field and the limit.',
  ],
  ['GRAPHQL_VALIDATION_FAILED', 'The operation does not match the schema, or it exceeds a limit.'],
  [
    'UNAUTHENTICATED',
    'The token is unknown, expired or revoked, or the person who created it can no longer sign in. HTTP 401.',
  ],
  [
    'FORBIDDEN',
    'The token lacks the capability, the person who created it lost the role, or the field is closed to tokens.',
  ],
  ['NOT_FOUND', 'The record does not exist, or you do not have access to it. Both cases look the same.'],
  ['TOO_MANY_REQUESTS', 'Wait the number of seconds in the <code>Retry-After</code> header. HTTP 429.'],
  ['UNAVAILABLE', 'The server is busy. Please retry.'],
  ['INTERNAL', 'An unexpected server error. Include the reference in the message when you report it.'],
]

const number = (value: number): string => value.toLocaleString('en-US')

const ASKING = `<section id="asking"><h2>Making a request</h2>
<p>Send a <code>POST</code> with JSON to <code>/graphql</code>: <code>{ "query": "…", "variables": { … } }</code>, with the
headers <code>Content-Type: application/json</code> and <code>Authorization: Bearer als_…</code>, and without cookies.
Tokens are read-only and never give access to private content. Dates are in the organization's time zone.
Lists are paginated: repeat the query with <code>after</code> set to <code>pageInfo.endCursor</code> while
<code>pageInfo.hasNextPage</code> is true.</p></section>
<section id="limits"><h2>Limits</h2><ul>
<li>${TOKEN_LIMITS.requests} requests in ${TOKEN_LIMITS.minutes} minutes per token, counted from its first request.</li>
<li>A token expires after ${TOKEN_LIMITS.shortestDays} to ${TOKEN_LIMITS.longestDays} days.</li>
<li>Per query: depth ${number(OPERATION_LIMITS.depth)} (<code>edges</code> and <code>node</code> not counted), ${number(OPERATION_LIMITS.aliases)} aliases,
${number(OPERATION_LIMITS.lists)} lists, ${number(OPERATION_LIMITS.tokens)} tokens, cost ${number(OPERATION_LIMITS.cost)}.</li>
<li>${number(MAX_PAGE_SIZE)} rows per page, ${number(OPERATION_LIMITS.bodyBytes)} bytes per request.</li></ul></section>
<section id="errors"><h2>Errors</h2><p>Error codes are in <code>errors[].extensions.code</code>.</p>
${table(
  ['Code', 'Meaning'],
  ERRORS.map(([code, meaning]) => [`<code>${code}</code>`, meaning]),
)}</section>`

function queryPart({ capability, field }: ReferenceQuery): string {
  return `<section id="query-${field.name}"><h2><code>${field.name}</code></h2><p>${text(field.description)}</p>
<p>Capability: <code>${capability}</code>. Returns ${typeLink(field.type)}.</p>
${argumentTable('Arguments', field.args)}</section>`
}

function typePart(type: GraphQLNamedType, schema: GraphQLSchema): string {
  if (isSpecifiedScalarType(type)) return ''
  const inside = isObjectType(type)
    ? table(
        ['Field', 'Type', 'Description'],
        Object.values(type.getFields()).map((field) => [
          `<code>${field.name}</code>`,
          typeLink(field.type),
          text(field.description),
        ]),
      )
    : isInputObjectType(type)
      ? argumentTable('Fields', Object.values(type.getFields()))
      : isEnumType(type)
        ? `<p>${type
            .getValues()
            .map(({ name }) => `<code>${name}</code>`)
            .join(', ')}</p>`
        : isUnionType(type)
          ? `<p>One of ${schema
              .getPossibleTypes(type)
              .map((one) => typeLink(one))
              .join(', ')}.</p>`
          : ''
  return `<section id="type-${type.name}"><h3><code>${type.name}</code></h3><p>${text(type.description)}</p>${inside}</section>`
}

function argumentTable(title: string, given: readonly (GraphQLArgument | GraphQLInputField)[]): string {
  if (given.length === 0) return ''
  const rows = given.map((each) => [
    `<code>${each.name}</code>`,
    typeLink(each.type),
    [
      text(each.description),
      each.defaultValue === undefined
        ? ''
        : `Default: <code>${text(JSON.stringify(each.defaultValue))}</code>`,
    ]
      .filter(Boolean)
      .join(' '),
  ])
  return table([title, 'Type', 'Description'], rows)
}

function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]) =>
    row.map((cell, place) => (place === 0 ? `<th scope="row">${cell}</th>` : `<td>${cell}</td>`)).join('')
  return `<div class="wide" tabindex="0" role="group" aria-label="${titles[0]}"><table><thead><tr>${titles.map((title) => `<th scope="col">${title}</th>`).join('')}</tr></thead>
<tbody>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('\n')}</tbody></table></div>`
}

function typeLink(type: GraphQLType): string {
  const named = getNamedType(type)
  const written = text(String(type))
  if (isSpecifiedScalarType(named)) return `<code>${written}</code>`
  return `<a href="#type-${named.name}"><code>${written}</code></a>`
}

function text(words: string | null | undefined): string {
  return (words ?? '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/`([^`]+)`/g, '<code>$1</code>')
}
