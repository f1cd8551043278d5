import rules from '../supervision-rules.json' with { type: 'json' }

/** What a state, a payer or good practice asks of the supervision of peers; every figure that was not read is null. */
export interface SupervisionRequirement {
  readonly id: string
  readonly jurisdiction: string
  readonly appliesTo: string
  /** The kind of demand, in the source's own variety. */
  readonly shape: string
  /** What it asks where no figure says it. */
  readonly asks: string | null
  readonly sessionsPerWeek: number | null
  readonly sessionsPerMonth: number | null
  readonly coReflectionSessionsPerQuarter: number | null
  readonly minutesPerWeek: number | null
  /** At least one of the sessions lasts so long. */
  readonly oneOfAtLeastMinutes: number | null
  readonly supervisionHours: number | null
  readonly perServiceHours: number | null
  readonly peersPerSupervisorFte: number | null
  readonly hoursBeforeFirstContact: number | null
  /** The shortest and the longest rhythm, in days. */
  readonly cadenceDays: readonly number[]
  readonly credentialIds: readonly string[]
  readonly source: string
  /** When the source is dated (a year or a month); null where it carries no date. */
  readonly date: string | null
  /** Parts of the source row that no figure above holds; shown beside the requirement. */
  readonly unread: readonly string[]
}

const TEXTS = ['id', 'jurisdiction', 'appliesTo', 'shape', 'source'] as const
const FIGURES = [
  'sessionsPerWeek',
  'sessionsPerMonth',
  'coReflectionSessionsPerQuarter',
  'minutesPerWeek',
  'oneOfAtLeastMinutes',
  'supervisionHours',
  'perServiceHours',
  'peersPerSupervisorFte',
  'hoursBeforeFirstContact',
] as const
const READ: ReadonlySet<string> = new Set([
  ...TEXTS,
  ...FIGURES,
  'asks',
  'cadenceDays',
  'credentialIds',
  'date',
])

export const SUPERVISION_REQUIREMENTS: readonly SupervisionRequirement[] = requirementsFrom(rules.rules)

/** Reads the rows of the data file; a row that does not hold what it should stops the start, not a later request. */
export function requirementsFrom(rows: readonly object[]): SupervisionRequirement[] {
  const requirements = rows.map((row) => requirementFrom(row as Readonly<Record<string, unknown>>))
  const ids = requirements.map(({ id }) => id)
  const twice = ids.find((id, at) => ids.indexOf(id) < at)
  if (twice !== undefined) throw new TypeError(`supervision-rules.json: ${twice} stands there twice`)
  return requirements
}

/**
 * The longest rhythm that is sure to meet the requirement, in days; null where it says nothing on frequency.
 * "A month" is the shortest one (28 days) and "a quarter" 90, so that none passes with a session too few.
 */
export function longestCadenceDays(requirement: SupervisionRequirement): number | null {
  const { sessionsPerWeek, sessionsPerMonth, coReflectionSessionsPerQuarter, minutesPerWeek } = requirement
  const rhythms = [
    ...(sessionsPerWeek === null ? [] : [Math.floor(7 / sessionsPerWeek)]),
    ...(minutesPerWeek === null ? [] : [7]),
    ...(sessionsPerMonth === null ? [] : [Math.floor(28 / sessionsPerMonth)]),
    ...(coReflectionSessionsPerQuarter === null ? [] : [Math.floor(90 / coReflectionSessionsPerQuarter)]),
    ...(requirement.cadenceDays.length === 0 ? [] : [Math.max(...requirement.cadenceDays)]),
  ]
  return rhythms.length === 0 ? null : Math.min(...rhythms)
}

function requirementFrom(row: Readonly<Record<string, unknown>>): SupervisionRequirement {
  const wrong = (key: string): never => {
    throw new TypeError(`supervision-rules.json: ${String(row.id)} has no usable ${key}`)
  }
  const text = (key: string): string =>
    typeof row[key] === 'string' && row[key] !== '' ? row[key] : wrong(key)
  const maybeText = (key: string): string | null => (row[key] == null ? null : text(key))
  const figure = (key: string): number | null => {
    const value = row[key] ?? null
    return value === null || (typeof value === 'number' && value > 0) ? value : wrong(key)
  }
  const list = <Item>(key: string, holds: (item: unknown) => item is Item): Item[] => {
    const value = row[key] ?? []
    return Array.isArray(value) && value.every(holds) ? value : wrong(key)
  }
  const texts = Object.fromEntries(TEXTS.map((key) => [key, text(key)])) as Record<
    (typeof TEXTS)[number],
    string
  >
  const figures = Object.fromEntries(FIGURES.map((key) => [key, figure(key)])) as Record<
    (typeof FIGURES)[number],
    number | null
  >
  return {
    ...texts,
    ...figures,
    asks: maybeText('asks'),
    date: maybeText('date'),
    cadenceDays: list('cadenceDays', (item): item is number => typeof item === 'number' && item > 0),
    credentialIds: list('credentialIds', (item): item is string => typeof item === 'string'),
    unread: Object.keys(row).filter((key) => !READ.has(key)),
  }
}
