import { oneLine } from '@alongside/shared/validation/one-line'
import {
  validateHelpContact,
  MAX_HELP_CONTACTS,
} from '@alongside/shared/people/help-contacts/help-contact-input'
import type { SelectText } from '../../database/reads-and-writes.ts'
import { insertOf, type Values, updateOf } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { once } from '../../server/submissions/once.ts'
import { HelpContact } from './help-contact.entity.ts'
import type {
  CreateHelpContactInput,
  HelpContactFields,
  HelpContactsChanged,
  HelpContactShown,
  RemoveHelpContactInput,
  ReorderHelpContactsInput,
  RestoreHelpContactInput,
  UpdateHelpContactInput,
} from './help-contact.types.ts'

// Whom the organization offers for help, in its order. What is removed keeps its row, and can be put back.

type Contacts = HelpContactShown[]

const STANDING: SelectText = /* sql */ `
  select id, label, phone, url, open_hours as "openHours" from help_contact
   where organization_id = (select access.organization_id()) and removed_at is null
   order by position, label, id limit ${MAX_HELP_CONTACTS}`

export function helpContacts(ctx: RequestContext): Promise<Contacts> {
  return ctx.unit.run<HelpContactShown>(STANDING)
}

export async function createHelpContact(
  ctx: RequestContext,
  input: CreateHelpContactInput,
): Promise<HelpContactsChanged> {
  rejectIfInvalid(validateHelpContact(input))
  const add = (tx: Transaction, id: string) =>
    changing(tx, async (status) => {
      mustHaveRoom(status)
      await tx.write([insertOf(HelpContact, { id, ...written(input), position: LAST })])
    })
  return once(ctx, 'createHelpContact', input, add, async (_id, added) => {
    return added ?? { helpContacts: await helpContacts(ctx) }
  })
}

const LAST = () => /* sql */ `(
  select coalesce(max(c.position), 0) + 1 from help_contact c
   where c.organization_id = (select access.organization_id()))`

export async function updateHelpContact(
  ctx: RequestContext,
  { helpContactId, ...input }: UpdateHelpContactInput,
): Promise<HelpContactsChanged> {
  rejectIfInvalid(validateHelpContact(input))
  return inTurn(ctx, (tx) => changeOne(tx, helpContactId, written(input)))
}

export function removeHelpContact(
  ctx: RequestContext,
  { helpContactId }: RemoveHelpContactInput,
): Promise<HelpContactsChanged> {
  const removed = { removedAt: () => 'coalesce(removed_at, access.now())' }
  return inTurn(ctx, (tx) => changeOne(tx, helpContactId, removed))
}

export function restoreHelpContact(
  ctx: RequestContext,
  { helpContactId }: RestoreHelpContactInput,
): Promise<HelpContactsChanged> {
  return inTurn(ctx, async (tx, status) => {
    if (!status.some((contact) => contact.id === helpContactId)) mustHaveRoom(status)
    await changeOne(tx, helpContactId, { removedAt: null })
  })
}

/** The whole order at once; ids that are missing, foreign or named twice refuse it. */
export function reorderHelpContacts(
  ctx: RequestContext,
  { helpContactIds: ids }: ReorderHelpContactsInput,
): Promise<HelpContactsChanged> {
  return inTurn(ctx, async (tx, status) => {
    const known = new Set(status.map(({ id }) => id))
    const isWhole = ids.length === known.size && new Set(ids).size === ids.length
    if (!isWhole || !ids.every((id) => known.has(id)))
      rejectIfInvalid([{ field: 'helpContactIds', problem: 'not-found' }])
    const those = { id: () => 'any(:ids::uuid[])' }
    const position = () => 'array_position(:ids::uuid[], id)'
    await tx.write([updateOf(HelpContact, those, { position }, { parameters: { ids } })])
  })
}

/** One admin after the other, so that two at once do not pass the limit together. */
function inTurn(
  ctx: RequestContext,
  change: (tx: Transaction, status: Contacts) => Promise<void>,
): Promise<HelpContactsChanged> {
  return ctx.unit.transaction((tx) => changing(tx, (status) => change(tx, status)))
}

async function changing(
  tx: Transaction,
  change: (status: Contacts) => Promise<void>,
): Promise<HelpContactsChanged> {
  const [, status] = await Promise.all([
    tx.run(
      "select pg_advisory_xact_lock(hashtextextended('help contacts of ' || (select access.organization_id()), 0))",
    ),
    tx.run<HelpContactShown>(STANDING),
  ])
  await change(status)
  return { helpContacts: await tx.run<HelpContactShown>(STANDING) }
}

async function changeOne(tx: Transaction, id: string, set: Values<HelpContact>): Promise<void> {
  const [changed] = await tx.write([updateOf(HelpContact, { id }, set, { returning: ['id'] })])
  if (changed.length === 0) throw notFound()
}

function mustHaveRoom(status: Contacts): void {
  if (status.length >= MAX_HELP_CONTACTS)
    rejectIfInvalid([{ field: 'label', problem: 'too-many', limit: MAX_HELP_CONTACTS }])
}

function written({ label, phone, url, openHours }: HelpContactFields) {
  const reached = { phone: phone?.trim() || null, url: url?.trim() || null }
  return { label: oneLine(label), ...reached, openHours: oneLine(openHours ?? '') || null }
}
