import type { PlainDate } from '@alongside/shared/calendar/plain-date'
import { isBirthday } from '@alongside/shared/certification/recording/certificate-details'
import {
  CREDENTIAL_STATES,
  credentialsOfState,
} from '@alongside/shared/certification/catalogue/credential-catalogue'
import { nextExpiry } from '@alongside/shared/certification/cycle/next-expiry'
import type { CredentialNames } from '@alongside/shared/certification/custom-credentials/custom-credential'
import { ruleOn } from '@alongside/shared/certification/custom-rules/rule-on'
import { connectionOf, type PageArgs, pageFrom } from '../../server/graphql/connection.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { readRuleBook, type RuleBook } from '../custom-rules/rule-book.ts'
import {
  type CredentialConnection,
  type CredentialCatalogueFilter,
  type CredentialType,
  toGraphqlCredential,
} from './credential.types.ts'

// The catalogue as everybody reads it.

/** The credentials of one state, or of all: the catalogue's first, then the organization's own. */
export async function credentialCatalogue(
  ctx: RequestContext,
  { state = null, includesArchived = false }: CredentialCatalogueFilter,
  pageArgs: PageArgs,
): Promise<CredentialConnection> {
  const page = pageFrom(pageArgs, [''])
  if (state !== null && !CREDENTIAL_STATES.includes(state))
    rejectIfInvalid([{ field: 'filter.state', problem: 'not-an-option' }])
  const book = await readRuleBook(ctx.unit)
  const { today } = await ctx.unit.asker()
  const states = state === null ? CREDENTIAL_STATES : [state]
  const own = book.customCredentials.filter(
    (credential) => states.includes(credential.state) && (includesArchived || !credential.isArchived),
  )
  const all = [...states.flatMap(credentialsOfState), ...own]
  const place = page.after === null ? -1 : all.findIndex(({ id }) => id === page.after?.[0])
  const { edges, ...connection } = connectionOf(all.slice(place + 1), page, all.length, ({ id }) => [id])
  return {
    ...connection,
    edges: edges.map(({ node, cursor }) => ({ node: toShow(node, book, today), cursor })),
  }
}

export async function credential(ctx: RequestContext, credentialId: string): Promise<CredentialType> {
  const book = await readRuleBook(ctx.unit)
  const found = book.credentialOf(credentialId)
  if (!found) throw notFound()
  return toShow(found, book, (await ctx.unit.asker()).today)
}

function toShow(credential: CredentialNames, book: RuleBook, today: PlainDate): CredentialType {
  const rules = book.rulesOf(credential.id)
  return toGraphqlCredential(credential, ruleOn(rules, today), rules)
}

/** What the rule makes of the day of issue; null where it was not read. To be compared with the certificate. */
export async function suggestedExpiry(
  ctx: RequestContext,
  credentialId: string,
  issuedOn: PlainDate,
  birthday: string | null,
): Promise<PlainDate | null> {
  const book = await readRuleBook(ctx.unit)
  if (!book.credentialOf(credentialId)) rejectIfInvalid([{ field: 'credentialId', problem: 'not-found' }])
  if (birthday !== null && !isBirthday(birthday))
    rejectIfInvalid([{ field: 'birthday', problem: 'not-a-date' }])
  const suggestion = nextExpiry(ruleOn(book.rulesOf(credentialId), issuedOn), {
    issuedOn,
    expiresOn: null,
    birthday,
  })
  return suggestion.kind === 'suggested' ? suggestion.expiresOn : null
}
