import type { DataSource } from 'typeorm'
import { runUnauthenticated } from '../../database/unit-of-work.ts'
import type { RequestContext } from '../../server/request-context.ts'
import type { DemoSignIn } from './sign-in.types.ts'

/** One password for every demo account: they hold invented data, and the sign-in page shows it. */
export const DEMO_PASSWORD = 'riverbend-demo-2026'

/** The demo accounts, for the sign-in page in demo mode; outside it the list is empty and nothing is asked. */
export async function demoSignIns({ services }: RequestContext): Promise<DemoSignIn[]> {
  return services.environment.isDemo ? listDemoSignIns(services.database) : []
}

export async function listDemoSignIns(database: DataSource): Promise<DemoSignIn[]> {
  const found = await runUnauthenticated<Omit<DemoSignIn, 'password'>>(
    database,
    `select email, display_name as "displayName", organization_name as "organizationName", roles
       from access.demo_sign_ins()`,
  )
  return found.map((one) => ({ ...one, password: DEMO_PASSWORD }))
}

/** One line for each kind of sign-in, for the console; the sign-in page lists them all. */
export function demoLines(signIns: readonly DemoSignIn[]): string[] {
  const firstOfEach = new Map<string, DemoSignIn>()
  for (const one of signIns) {
    const kind = one.roles.join(' and ').toLowerCase()
    if (!firstOfEach.has(kind)) firstOfEach.set(kind, one)
  }
  return [...firstOfEach].map(([kind, { email }]) => `  ${kind.padEnd(20)} ${email}`)
}
