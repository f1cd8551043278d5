import { HOUSE_RULE_FIELDS, validateHouseRules } from '@alongside/shared/drift/house-rules/house-rules-input'
import { isBlank } from '@alongside/shared/validation/one-line'
import type { SelectText } from '../../database/reads-and-writes.ts'
import { columnsOf, insertOf, ME, NOW } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { DomainError, notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { once } from '../../server/submissions/once.ts'
import { HouseRules } from './house-rules.entity.ts'
import type {
  HouseRulesShown,
  PublishHouseRulesInput,
  PublishHouseRulesPayload,
} from './house-rules.types.ts'

// What a host agency asks of peers, in versions.

const FACTS = columnsOf(HouseRules, 'h', ['id', 'version', ...HOUSE_RULE_FIELDS, 'writtenAt'])
const LATEST: SelectText = /* sql */ `
  select ${FACTS}, json_build_object('id', h.written_by, 'displayName', w.display_name) as "writtenBy"
    from house_rules h
    left join membership w on w.organization_id = h.organization_id and w.id = h.written_by
   where h.organization_id = (select access.organization_id()) and h.host_agency_id = $1
   order by h.version desc limit 1`

/** The latest version; null where nobody has written any. A transaction reads it on its own connection. */
export async function houseRulesOf(
  reader: Pick<Transaction, 'run'>,
  hostAgencyId: string,
): Promise<HouseRulesShown | null> {
  const [found] = await reader.run<HouseRulesShown>(LATEST, [hostAgencyId])
  return found ?? null
}

/** A manager, or the agency's own staff. For staff of another agency there is none. */
export async function publishHouseRules(
  ctx: RequestContext,
  input: PublishHouseRulesInput,
): Promise<PublishHouseRulesPayload> {
  rejectIfInvalid(validateHouseRules(input))
  const { hostAgencyId } = input
  const add = async (tx: Transaction, id: string) => {
    const [[agency], [latest]] = await Promise.all([
      tx.run(
        `select from host_agency a
          where a.organization_id = (select access.organization_id()) and a.id = $1
            and ((select access.has_role('MANAGER')) or exists (
              select from membership m
               where m.organization_id = a.organization_id and m.id = (select access.membership_id())
                 and m.host_agency_id = a.id))`,
        [hostAgencyId],
      ),
      tx.run<HouseRulesShown>(LATEST, [hostAgencyId]),
    ])
    if (!agency) throw notFound()
    const version = (latest?.version ?? 0) + 1
    if (input.expectedVersion !== version - 1) throw changedMeanwhile()
    const texts = Object.fromEntries(
      HOUSE_RULE_FIELDS.map((field) => [field, isBlank(input[field]) ? null : input[field]?.trim()]),
    )
    const row = { id, hostAgencyId, version, ...texts, writtenBy: ME, writtenAt: NOW }
    const [made] = await tx.write([insertOf(HouseRules, row, { onConflict: 'nothing', returning: ['id'] })])
    if (made.length === 0) throw changedMeanwhile()
  }
  return once(ctx, 'publishHouseRules', input, add, async () => {
    const houseRules = await houseRulesOf(ctx.unit, hostAgencyId)
    if (!houseRules) throw notFound()
    return { houseRules }
  })
}

function changedMeanwhile(): DomainError {
  return new DomainError(
    'CONFLICT',
    'drift.house-rules.changed-meanwhile',
    'Somebody else has written these rules meanwhile. Please look at theirs first.',
  )
}
