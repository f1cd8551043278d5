import type { RequestContext } from '../server/request-context.ts'
import type { DemoSignIn } from './people.types.ts'

/** One password for every demo account: they hold invented data, and the sign-in page shows it. */
export const DEMO_PASSWORD = 'riverbend-demo-2026'

/** The demo accounts, for the sign-in page in demo mode; outside it the list is empty and nothing is asked. */
export async function demoSignIns(ctx: RequestContext): Promise<DemoSignIn[]> {
  if (!ctx.surroundings.environment.isDemo) return []
  const found = await ctx.outside<Omit<DemoSignIn, 'password'>>(
    `select email, display_name as "displayName", organization_name as "organizationName", roles
       from access.demo_sign_ins()`,
  )
  return found.map((one) => ({ ...one, password: DEMO_PASSWORD }))
}
