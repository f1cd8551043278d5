import { createHash } from 'node:crypto'
import type { DemoPeople } from './people/demo-people.ts'
import type { DemoMaking } from './demo-rows.ts'

const DAY_MS = 86_400_000

/** What a manager finds: a token in use, one that ended, and a file of people from spring whose rows are long erased. */
export function addDemoIntegrations({ random, rows, now }: DemoMaking, { manager }: DemoPeople): void {
  const at = (days: number): string => new Date(now.getTime() + days * DAY_MS).toISOString()
  const token = (name: string, madeDaysAgo: number, openDays: number, capabilities: string[]): void =>
    rows.add('api_token', {
      organization_id: manager.organizationId,
      id: random.uuid(),
      name,
      // The hash of no token: nobody can use it.
      token_hash: `\\x${createHash('sha256').update(`no token: ${name}`).digest('hex')}`,
      capabilities,
      roles: ['MANAGER'],
      made_by: manager.id,
      made_at: at(-madeDaysAgo),
      expires_at: at(openDays - madeDaysAgo),
      last_used_at: at(openDays > madeDaysAgo ? -0.1 : openDays - madeDaysAgo - 1),
      counted: 0,
    })
  token('Renewal board in the office', 30, 180, ['certification.read', 'credential-catalogue.read'])
  token('Payroll trial', 120, 30, ['people.read'])
  rows.add('import_batch', {
    organization_id: manager.organizationId,
    id: random.uuid(),
    kind: 'PEOPLE',
    file_name: 'spring-class.csv',
    state: 'CONFIRMED',
    encoding: 'WINDOWS_1252',
    headings: ['Name', 'Email', 'Shirt size'],
    columns: ['NAME', 'EMAIL', null],
    row_count: 6,
    new_count: 4,
    present_count: 1,
    problem_count: 1,
    made_count: 4,
    removed_count: 0,
    imported_by: manager.id,
    uploaded_at: at(-75),
    rows_until: at(-74),
    confirmed_at: at(-75),
  })
}
