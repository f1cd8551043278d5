import { columnKey, plainCode, recordKey, valueKey } from '@alongside/shared/audit/fact-labels'
import { useI18n } from '#i18n'
import { useInstants } from '../app/session/useInstants.ts'
import type { AuditTrailQuery } from '../generated/graphql.ts'

export type AuditEntry = AuditTrailQuery['auditTrail']['edges'][number]['node']
type Fact = AuditEntry['facts'][number]

const DAY = /^\d{4}-\d{2}-\d{2}$/
/** Fields of these names hold an instant, if no day. */
const IS_TIME = /_(on|at|otherwise)$/
const CATALOGUE_ID = /^(?:us-([a-z]{2})|national)-(.+)$/

/** A credential of the catalogue says its letters and its state in its id: us-oh-cprs. */
function credentialOf(id: string): string | null {
  const [, state, letters] = CATALOGUE_ID.exec(id) ?? []
  if (!letters) return null
  return (state ? `${letters}, ${state}` : letters).toUpperCase()
}

/** Puts an entry of the trail into plain words. */
export function useAuditWords() {
  const { t, te, locale } = useI18n()

  const said = (key: string, code: string) => (te(key) ? t(key) : plainCode(code))
  const record = (subject: string) => said(recordKey(subject), subject)
  const action = (code: string) => said(`labels.audit.AuditAction.${code}`, code)
  const what = ({ subject, action: code }: AuditEntry) =>
    t('audit.what', { record: record(subject), action: action(code) })

  const { timeOf } = useInstants()
  const day = new Intl.DateTimeFormat(locale.value, { dateStyle: 'medium', timeZone: 'UTC' })

  function valueOf(subject: string, name: string, text: string): string {
    if (text === '') return t('audit.someone')
    if (text === 'true' || text === 'false') return t(text === 'true' ? 'audit.yes' : 'audit.no')
    if (DAY.test(text)) return day.format(new Date(`${text}T12:00:00Z`))
    if (IS_TIME.test(name)) return timeOf(text)
    if (name === 'credential_id') return credentialOf(text) ?? t('audit.own-credential')
    const key = valueKey(subject, name, text)
    return key !== undefined && te(key) ? t(key) : text
  }

  function factOf({ subject, action: code }: AuditEntry, { name, before, after }: Fact) {
    const side = (values: readonly string[] | null | undefined) =>
      values && values.length > 0
        ? values.map((text) => valueOf(subject, name, text)).join(', ')
        : t('audit.nothing')
    const value =
      code === 'CHANGED' ? t('audit.change', { before: side(before), after: side(after) }) : side(after)
    return { label: said(columnKey(name), name), value }
  }
  const factsOf = (entry: AuditEntry) => entry.facts.map((fact) => factOf(entry, fact))

  /** No actor is the system; a name that the reader may not know stays unsaid. */
  const actorOf = ({ actor }: AuditEntry) =>
    actor ? (actor.displayName ?? t('audit.someone')) : t('audit.system')
  const personOf = ({ person }: AuditEntry) => (person ? (person.displayName ?? t('audit.someone')) : '')

  return { record, what, timeOf, factsOf, actorOf, personOf }
}
