import { addMonths } from '@alongside/shared/calendar/plain-date'
import { withMigrations } from '../database/data-source.ts'
import { DEMO_PASSWORD } from '../people/sign-in/demo-sign-ins.ts'
import { hashPassword } from '../people/sign-in/secrets.ts'
import { addDemoCertificationHistory } from './certification/demo-certification-history.ts'
import { addDemoCertifications } from './certification/demo-certifications.ts'
import { addDemoCheckIns } from './demo-check-ins.ts'
import { addDemoCourses } from './certification/demo-courses.ts'
import { addDemoOwnCourses } from './certification/demo-own-courses.ts'
import { addDemoWeeks } from './drift/demo-weeks.ts'
import { addDemoFlagDraft, addDemoFlags } from './demo-flags.ts'
import { addDemoRoles } from './demo-roles.ts'
import { addDemoIntegrations } from './demo-integrations.ts'
import { addDemoMembers, addDemoRoleRequest } from './people/demo-members.ts'
import { addDemoNotifications } from './demo-notifications.ts'
import { addDemoPeople } from './people/demo-people.ts'
import { type DemoMaking, DemoRows } from './demo-rows.ts'
import { addDemoRenewalPath } from './certification/demo-renewal-path.ts'
import { addDemoRules } from './certification/demo-rules.ts'
import { addDemoViews } from './certification/demo-views.ts'
import { addDemoTasks } from './drift/demo-tasks.ts'
import { addDemoWork } from './people/demo-work.ts'
import { addDemoSessions } from './demo-sessions.ts'
import { addDemoTrail } from './demo-trail.ts'
import { addDemoOversight } from './supervision/demo-oversight.ts'
import { addDemoSupervision } from './demo-supervision.ts'
import { addDemoClimate } from './wellness/demo-climate.ts'
import { addDemoPlanning } from './supervision/demo-planning.ts'
import { addDemoSigning } from './signing/demo-signing.ts'
import { addDemoAgendas } from './supervision/demo-agendas.ts'
import { addDemoOwnPages } from './wellness/demo-own-pages.ts'
import { addDemoQuestionnaires } from './wellness/demo-questionnaires.ts'
import { SeededRandom } from './seeded-random.ts'

/** How far back the demo's history goes. */
export const DEMO_MONTHS = 18
const SEED = 20_260

/** Fills an empty database with the demo organizations; a database that holds any organization is left alone. */
export async function loadDemoOrganizations(
  ownerUrl: string,
  now: Date,
  log: (line: string) => void,
): Promise<void> {
  await withMigrations(ownerUrl, async (owner) => {
    const runner = owner.createQueryRunner()
    await runner.startTransaction()
    try {
      await runner.query('select pg_advisory_xact_lock(4000)')
      // Forced row-level security binds the owner too: it is set aside for this one transaction, and only here.
      await runner.query('alter table organization no force row level security')
      const [known] = (await runner.query('select count(*)::int as count from organization')) as [
        { count: number },
      ]
      await runner.query('alter table organization force row level security')
      if (known.count === 0) {
        log('Loading the demo organizations …')
        const { rows } = makeDemo(now, await hashPassword(DEMO_PASSWORD))
        for (const table of rows.tables)
          await runner.query(`alter table ${table} no force row level security`)
        await rows.insertAll(runner)
        await runner.query('set constraints all immediate')
        for (const table of rows.tables) await runner.query(`alter table ${table} force row level security`)
      }
      await runner.commitTransaction()
      if (known.count === 0) await owner.query('analyze')
    } catch (error) {
      await runner.rollbackTransaction()
      throw error
    } finally {
      await runner.release()
    }
  })
}

/** The same rows for the same day, on every machine. */
export function makeDemo(now: Date, passwordHash: string): DemoMaking {
  const today = now.toISOString().slice(0, 10)
  const making: DemoMaking = { today, now, random: new SeededRandom(SEED), rows: new DemoRows() }
  const since = addMonths(today, -DEMO_MONTHS)
  const people = addDemoPeople(making, passwordHash, since)
  addDemoSessions(making, people, since)
  addDemoCheckIns(making, people, since)
  addDemoCertifications(making, people)
  addDemoCertificationHistory(making, people)
  addDemoRenewalPath(making, people)
  addDemoCourses(making, people)
  addDemoFlags(making, people)
  addDemoWork(making, people)
  addDemoSupervision(making, people)
  addDemoMembers(making, people)
  addDemoOversight(making, people)
  addDemoIntegrations(making, people)
  addDemoTrail(making, people)
  addDemoNotifications(making)
  addDemoViews(making, people)
  addDemoRules(making, people)
  addDemoFlagDraft(making, people)
  addDemoRoleRequest(making)
  addDemoClimate(making, people)
  addDemoPlanning(making, people)
  addDemoSigning(making, people)
  addDemoAgendas(making, people)
  addDemoOwnCourses(making, people)
  addDemoOwnPages(making, people)
  addDemoRoles(making, people)
  addDemoTasks(making, people)
  addDemoWeeks(making, people)
  addDemoQuestionnaires(making, people)
  return making
}
