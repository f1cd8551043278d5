import { randomUUID } from 'node:crypto'
import { addDays } from '@alongside/shared/calendar/plain-date'
import type { Respondent } from '@alongside/shared/wellness/crowd-figures/crowd-figures'
import { FATIGUE_SIGNS } from '@alongside/shared/wellness/fatigue-signs'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import type { TestApi } from '../../support/test-api.ts'

export interface Week {
  readonly weekStart: string
  readonly felt?: number | null
  readonly energy?: number | null
  readonly rest?: number | null
  readonly signs?: readonly string[]
  readonly submittedAt?: string
}

/** An organization with teams, peers in them and their check-ins, and what the rule in `shared` would publish of them. */
export class ClimateHouse {
  readonly #weeks = new Map<string, Week[]>()
  readonly #teams = new Map<string, string | null>()

  private constructor(
    private readonly api: TestApi,
    readonly organization: BuiltOrganization,
    readonly manager: Member,
  ) {}

  static async build(api: TestApi, timeZone = 'America/New_York'): Promise<ClimateHouse> {
    const organization = await api.build.organization({ timeZone })
    return new ClimateHouse(api, organization, await api.build.member(organization, ['MANAGER']))
  }

  async team(name: string): Promise<string> {
    const id = randomUUID()
    await this.api.build.insert('reporting_team', { organization_id: this.organization.id, id, name })
    return id
  }

  async peers(count: number, teamId: string | null): Promise<Member[]> {
    const members: Member[] = []
    for (let index = 0; index < count; index++) {
      const member = await this.api.build.peer(this.organization)
      if (teamId !== null)
        await this.api.build.insert('employment', {
          organization_id: this.organization.id,
          member_id: member.id,
          team_id: teamId,
        })
      this.#teams.set(member.id, teamId)
      members.push(member)
    }
    return members
  }

  async checkIn(member: Member, week: Week): Promise<void> {
    const { weekStart, felt = null, energy = null, rest = null, signs = [] } = week
    this.#weeks.set(member.id, [...(this.#weeks.get(member.id) ?? []), week])
    await this.api.build.insert('weekly_check_in', {
      organization_id: this.organization.id,
      id: randomUUID(),
      peer_id: member.id,
      week_start: weekStart,
      week_felt: felt,
      energy,
      rest,
      signs,
      instrument_version: 1,
      idempotency_key: randomUUID(),
      body_hash: Buffer.alloc(32),
      submitted_at: week.submittedAt ?? `${addDays(weekStart, 4)}T20:00:00Z`,
    })
  }

  async switchOn(day: string, smallestGroup = 7): Promise<void> {
    await this.api.build.insert('climate_setting', {
      organization_id: this.organization.id,
      smallest_group: smallestGroup,
      on_since: day,
    })
  }

  async freeze(at: string): Promise<number> {
    const { rows } = await this.api.superuser.query<{ done: number }>(
      'select access.freeze_crowds($1) as done',
      [at],
    )
    return rows[0]?.done ?? 0
  }

  /** What the rule makes of everybody's answers of these members. */
  respondents(members: readonly Member[]): Respondent[] {
    return members.flatMap(({ id }) => {
      const weeks = this.#weeks.get(id) ?? []
      if (weeks.length === 0) return []
      const scale = (measure: string, of: (week: Week) => number | null | undefined) => ({
        measure,
        isShare: false,
        values: weeks.flatMap((week) => of(week) ?? []),
      })
      const answers = [
        scale('WEEK_FELT', ({ felt }) => felt),
        scale('ENERGY', ({ energy }) => energy),
        scale('REST', ({ rest }) => rest),
        ...FATIGUE_SIGNS.map((sign) => ({
          measure: sign,
          isShare: true,
          values: weeks.map(({ signs = [] }) => Number(signs.includes(sign))),
        })),
      ]
      return [{ id, teamId: this.#teams.get(id) ?? null, answers }]
    })
  }
}
