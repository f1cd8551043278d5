/**
 * The one list of nouns: each feature with its sub-nouns. A folder of shared, api, web or tests that speaks of one of
 * them carries its name; where a tree has nothing to say, it has no folder.
 */
export const NOUNS: Readonly<Record<string, readonly string[]>> = {
  people: [
    ...['account', 'attempts', 'data-sharing', 'devices', 'employment', 'help-contacts', 'host-agencies'],
    ...['invitations', 'members', 'organization', 'password-resets', 'peers', 'placements', 'role-requests'],
    ...['setup', 'sign-in'],
  ],
  supervision: ['agreements', 'corrections', 'exclusions', 'notes', 'relationships', 'sessions', 'team'],
  certification: [
    ...[
      'as-of',
      'authored-rules',
      'board-status',
      'bulk-acts',
      'calendar',
      'catalogue',
      'corrections',
      'course-check',
      'custom-credentials',
    ],
    ...['custom-rule-parts', 'custom-rules', 'cycle', 'forecast', 'history', 'holder-facts', 'hours'],
    ...[
      'my-certifications',
      'next-step',
      'recording',
      'reminders',
      'renewal-filters',
      'renewal-list',
      'renewal-path',
      'renewals',
      'requirements',
      'rule-authoring',
    ],
    ...['rule-versions', 'rules', 'saved-views', 'service-hours', 'status', 'verifications'],
  ],
  wellness: ['check-in', 'outbox', 'today', 'trends'],
  drift: ['drafts', 'flags'],
  notifications: ['bell'],
  imports: ['file', 'facts', 'making', 'matching', 'rows'],
  'my-data': ['parts', 'words'],
  integrations: [],
  audit: [],
  language: [],
}

/** What is no noun of the domain, by tree; listed with its subfolders. */
export const OTHER_FOLDERS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'shared/src': { calendar: [], validation: [], labels: ['en', 'es'] },
  'api/src': {
    app: [],
    server: ['files', 'graphql', 'http', 'jobs', 'mail', 'operations', 'reference', 'submissions', 'tokens'],
    database: ['embedded', 'schema'],
    demo: ['people', 'supervision', 'certification', 'drift'],
  },
  'web/src': {
    app: ['actions', 'i18n', 'lists', 'offline', 'organizations', 'session', 'shell'],
    ui: ['chart', 'feedback', 'form', 'input', 'layout', 'table'],
  },
  tests: {
    app: ['offline', 'session'],
    architecture: [],
    authorization: ['attempts', 'password-resets', 'renewals', 'rows'],
    bench: [],
    calendar: [],
    database: [],
    docs: [],
    launch: [],
    migrations: [],
    server: ['submissions'],
    support: ['builders', 'services'],
    ui: [],
  },
}

/** Folders that may hold more than twelve files, with the reason. */
export const LARGE_FOLDERS: Readonly<Record<string, string>> = {
  migrations: 'one file for each change of the database',
  'api/launch': 'one file for each npm script, and what they share',
}
