import { createHash } from 'node:crypto'
import type pg from 'pg'
import { NOW } from '../support/fixed-today.ts'
import type { Attempt } from './attempts/attempt.ts'
import { attempts } from './attempts/walls-attempts.ts'
import { visibleTo } from './walls-expected.ts'
import type { PlacedRow } from './rows/row-placing.ts'
import type { ActorName, WallsWorld } from './walls-world.ts'

/** A difference between what the database let somebody see or do and what the trust rules say. */
export type Breach = string

/**
 * Looks at every row and tries every write as every actor, in the application role, after `access.enter`. All of it
 * runs inside the caller's transaction and is undone, so that a policy can be broken before and be whole after.
 */
export class WallProbe {
  constructor(
    private readonly client: pg.Client,
    private readonly world: WallsWorld,
    private readonly tokens: Readonly<Record<ActorName, string>>,
    /** The same actors on a shared device, some time after they gave the password. */
    private readonly lockedTokens: Readonly<Record<ActorName, string>>,
  ) {}

  /** Looks and tries so far. */
  checks = 0

  async breaches(onlyTable?: string): Promise<Breach[]> {
    const found: Breach[] = []
    for (const actor of Object.keys(this.world.cast.actors) as ActorName[]) {
      found.push(
        ...(await this.#entered(this.tokens[actor], async () => [
          ...(await this.#looks(actor, onlyTable)),
          ...(await this.#tries(actor, onlyTable)),
        ])),
        ...(await this.#entered(this.lockedTokens[actor], () => this.#looksLocked(actor, onlyTable))),
      )
    }
    return found
  }

  async #entered(token: string, work: () => Promise<Breach[]>): Promise<Breach[]> {
    await this.client.query('savepoint as_actor')
    await this.client.query('set local role alongside_app')
    await this.client.query("select from access.enter($1, $2, '{}', null)", [
      hashOf(token),
      NOW.toISOString(),
    ])
    const found = await work()
    await this.client.query('rollback to savepoint as_actor')
    return found
  }

  /** What is private is not there for anybody on a shared device until the password is given again. */
  async #looksLocked(actor: ActorName, onlyTable: string | undefined): Promise<Breach[]> {
    const found: Breach[] = []
    for (const row of this.world.rows) {
      if (!CLOSED_ON_SHARED_DEVICES.has(row.table) || (onlyTable && row.table !== onlyTable)) continue
      this.checks++
      if (await this.#finds(row)) found.push(`${actor} sees ${row.label} on a shared device`)
    }
    return found
  }

  async #looks(actor: ActorName, onlyTable: string | undefined): Promise<Breach[]> {
    const isElsewhere = actor === 'stranger' || actor === 'strangerManager'
    const found: Breach[] = []
    const look = async (row: PlacedRow, expected: boolean, whose: string): Promise<void> => {
      if (onlyTable && row.table !== onlyTable) return
      this.checks++
      const sees = await this.#finds(row)
      if (sees !== expected) found.push(`${actor} ${sees ? 'sees' : 'misses'} ${row.label}${whose}`)
    }
    for (const row of this.world.rows) {
      const isColleaguesOwn = row.where['peer_id'] === this.world.cast.actors.colleague.id
      await look(row, !isElsewhere && visibleTo(row.label, isColleaguesOwn).includes(actor), '')
    }
    if (!isElsewhere) for (const row of this.world.twins) await look(row, false, ' of another organization')
    return found
  }

  async #finds({ table, where }: PlacedRow): Promise<boolean> {
    const columns = Object.keys(where)
    const conditions = columns.map((column, index) => `${column} = $${index + 1}`).join(' and ')
    const answer = await this.#guarded(() =>
      this.client.query(`select 1 from ${table} where ${conditions}`, Object.values(where)),
    )
    return answer.ok && answer.rowCount > 0
  }

  async #tries(actor: ActorName, onlyTable: string | undefined): Promise<Breach[]> {
    const member = this.world.cast.actors[actor]
    const found: Breach[] = []
    const attempt = async (
      one: Attempt,
      organizationId: string,
      expected: boolean,
      whose: string,
    ): Promise<void> => {
      if (onlyTable && one.table !== onlyTable) return
      this.checks++
      const answer = await this.#guarded(() =>
        this.client.query(one.sql, one.values(member.id, organizationId)),
      )
      // A wall refuses (42501) or shows nothing to change; any other refusal means that the wall let it by.
      const passed = answer.ok ? answer.rowCount > 0 : answer.code !== ROW_LEVEL_SECURITY
      if (passed !== expected) found.push(`${actor} ${passed ? 'may' : 'may not'} ${one.label}${whose}`)
    }
    const { organization, elsewhere } = this.world.cast
    for (const one of attempts(this.world)) {
      const isOurs = member.organizationId === organization.id
      await attempt(one, organization.id, isOurs && one.allowed.includes(actor), '')
      if (isOurs) await attempt(one, elsewhere.id, false, ' of another organization')
    }
    return found
  }

  async #guarded(
    work: () => Promise<pg.QueryResult>,
  ): Promise<{ ok: true; rowCount: number } | { ok: false; code: string | undefined }> {
    await this.client.query('savepoint one_check')
    try {
      const { rowCount } = await work()
      return { ok: true, rowCount: rowCount ?? 0 }
    } catch (error) {
      return { ok: false, code: (error as { code?: string }).code }
    } finally {
      await this.client.query('rollback to savepoint one_check')
    }
  }
}

/** README and the sign-in page promise it: check-ins, supportive notes, flags. */
const CLOSED_ON_SHARED_DEVICES = new Set([
  'weekly_check_in',
  'core_value_reflection',
  'proqol_response',
  'ethics_reflection',
  'supervisor_reflection',
  'supportive_note',
  'supportive_comment',
  'supportive_agenda_item',
  'supportive_follow_up',
  'supportive_follow_up_share',
  'drift_flag',
  'drift_flag_draft',
  'drift_flag_response',
  'drift_flag_step',
  'drift_flag_share',
  'role_worksheet',
  'role_worksheet_answer',
  'week_log',
  'week_log_line',
  'week_log_total',
  'self_care_plan_line',
  'share_ticket',
  'share_look',
  'talk_request',
  'talk_offer',
  'reflection_time',
  'check_in_reminder',
])
const ROW_LEVEL_SECURITY = '42501'
function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
