import type { Language } from '../people/account/languages.ts'
import { labels as accountEn } from './en/account.ts'
import { labels as auditEn } from './en/audit.ts'
import { labels as coursesEn } from './en/courses.ts'
import { labels as statusEn } from './en/status.ts'
import { labels as certificationEn } from './en/certification.ts'
import { labels as driftEn } from './en/drift.ts'
import { labels as importsEn } from './en/imports.ts'
import { labels as integrationsEn } from './en/integrations.ts'
import { labels as notificationsEn } from './en/notifications.ts'
import { labels as peopleEn } from './en/people.ts'
import { labels as recordsEn } from './en/records.ts'
import { labels as rulesEn } from './en/rules.ts'
import { labels as supervisionEn } from './en/supervision.ts'
import { labels as climateEn } from './en/wellness/climate.ts'
import { labels as questionnairesEn } from './en/wellness/questionnaires.ts'
import { labels as wellnessEn } from './en/wellness.ts'
import { labels as accountEs } from './es/account.ts'
import { labels as auditEs } from './es/audit.ts'
import { labels as coursesEs } from './es/courses.ts'
import { labels as statusEs } from './es/status.ts'
import { labels as certificationEs } from './es/certification.ts'
import { labels as driftEs } from './es/drift.ts'
import { labels as importsEs } from './es/imports.ts'
import { labels as integrationsEs } from './es/integrations.ts'
import { labels as notificationsEs } from './es/notifications.ts'
import { labels as peopleEs } from './es/people.ts'
import { labels as recordsEs } from './es/records.ts'
import { labels as rulesEs } from './es/rules.ts'
import { labels as supervisionEs } from './es/supervision.ts'
import { labels as climateEs } from './es/wellness/climate.ts'
import { labels as questionnairesEs } from './es/wellness/questionnaires.ts'
import { labels as wellnessEs } from './es/wellness.ts'
import type { Labels } from './label-groups.ts'

/** All labels of each language, for the API; a page of the web app fetches only the features that it names. */
export const LABELS: Readonly<Record<Language, Labels>> = {
  en: {
    account: accountEn,
    audit: auditEn,
    courses: coursesEn,
    status: statusEn,
    certification: certificationEn,
    drift: driftEn,
    imports: importsEn,
    integrations: integrationsEn,
    notifications: notificationsEn,
    people: peopleEn,
    records: recordsEn,
    rules: rulesEn,
    supervision: supervisionEn,
    wellness: { ...wellnessEn, climate: climateEn, questionnaires: questionnairesEn },
  },
  es: {
    account: accountEs,
    audit: auditEs,
    courses: coursesEs,
    status: statusEs,
    certification: certificationEs,
    drift: driftEs,
    imports: importsEs,
    integrations: integrationsEs,
    notifications: notificationsEs,
    people: peopleEs,
    records: recordsEs,
    rules: rulesEs,
    supervision: supervisionEs,
    wellness: { ...wellnessEs, climate: climateEs, questionnaires: questionnairesEs },
  },
}

/** The text under a key as the web app writes it, `labels.account.Role.ADMIN`; undefined where there is none. */
export function labelUnder(key: string, language: Language): string | undefined {
  const [, ...names] = key.split('.')
  let found: unknown = LABELS[language]
  for (const name of names) found = isGroup(found) ? found[name] : undefined
  return typeof found === 'string' ? found : undefined
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
