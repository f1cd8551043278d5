import { randomUUID } from 'node:crypto'
import { compareWorksheets, linesToBeginWith } from '@alongside/shared/drift/role-agreement/differences'
import { ROLE_SIDES, type RoleSide } from '@alongside/shared/drift/role-agreement/role-agreement'
import {
  validateOnBehalfOf,
  validateWorksheetAnswer,
} from '@alongside/shared/drift/role-agreement/role-agreement-input'
import { isBlank, oneLine } from '@alongside/shared/validation/one-line'
import type { SelectText } from '../../database/reads-and-writes.ts'
import { insertOf, ME, NOW, updateOf } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { allActivities, customKeys } from '../activities/activity.service.ts'
import { placementFrame, type PlacementFrame } from '../role-agreement/placement-frame.ts'
import { sideOf } from '../role-agreement/role-agreement.policy.ts'
import { RoleWorksheetAnswer } from './role-worksheet-answer.entity.ts'
import { RoleWorksheet } from './role-worksheet.entity.ts'
import type * as types from './role-worksheet.types.ts'

// Worksheets: everybody answers apart, and hands theirs in before they read those of the others.

/**
 * The worksheets about one peer at an agency that the database lets the caller read: of other peers who work there, and
 * of supervisors who are not this peer's, none belongs to the comparison.
 */
const WORKSHEETS: SelectText = /* sql */ `
  select w.side, w.on_behalf_of as "onBehalfOf", w.handed_in_at as "handedInAt",
         json_build_object('id', w.member_id, 'displayName', m.display_name) as person,
         w.member_id = (select access.membership_id()) as "isMine",
         (select coalesce(json_agg(json_build_object(
                   'activity', a.activity, 'isPartOfRole', a.is_part_of_role,
                   'conflictsWithValues', a.conflicts_with_values, 'isBetterSuited', a.is_better_suited,
                   'betterSuited', a.better_suited) order by a.activity), '[]')
            from role_worksheet_answer a
           where a.organization_id = w.organization_id and a.worksheet_id = w.id) as answers
    from role_worksheet w
    left join membership m on m.organization_id = w.organization_id and m.id = w.member_id
   where w.organization_id = (select access.organization_id()) and w.host_agency_id = $1
     and (w.member_id = (select access.membership_id()) and w.side = $3
       or w.member_id <> (select access.membership_id()) and (
         w.side = 'PEER' and w.member_id = $2 or w.side = 'HOST_AGENCY'
         or w.side = 'SUPERVISOR' and exists (
           select from supervision_relationship r
            where r.organization_id = w.organization_id and r.supervisor_id = w.member_id and r.peer_id = $2
              and (r.ends_on is null or r.ends_on >= (select access.today())))))
   order by array_position($4::text[], w.side), w.handed_in_at, w.id limit 40`

/** NOT_FOUND for a placement on which the caller has no side. */
async function sided(reader: Parameters<typeof placementFrame>[0], placementId: string) {
  const frame = await placementFrame(reader, placementId)
  const side = sideOf(frame)
  if (side === null) throw notFound()
  return { frame, side }
}

function worksheetsOf(
  ctx: RequestContext,
  { hostAgencyId, peerId }: PlacementFrame,
  side: RoleSide,
): Promise<types.RoleWorksheetShown[]> {
  return ctx.unit.run<types.RoleWorksheetShown>(WORKSHEETS, [hostAgencyId, peerId, side, ROLE_SIDES])
}

/** The caller's own worksheet; empty before the first answer. */
export async function myRoleWorksheet(
  ctx: RequestContext,
  placementId: string,
): Promise<types.RoleWorksheetShown> {
  const { frame, side } = await sided(ctx.unit, placementId)
  const [own, actor] = await Promise.all([worksheetsOf(ctx, frame, side), ctx.unit.actor()])
  const person = { id: actor.membershipId, displayName: actor.displayName }
  const empty = { side, person, isMine: true, onBehalfOf: null, handedInAt: null, answers: [] }
  return own.find(({ isMine }) => isMine) ?? empty
}

/** What the caller may compare: before they have handed their own in, that is their own alone. */
export async function roleComparison(
  ctx: RequestContext,
  placementId: string,
): Promise<types.RoleComparison> {
  const { frame, side } = await sided(ctx.unit, placementId)
  const [worksheets, activities] = await Promise.all([worksheetsOf(ctx, frame, side), allActivities(ctx)])
  const handedIn = worksheets.filter(({ handedInAt }) => handedInAt !== null)
  const keys = activities.filter(({ isArchived }) => !isArchived).map(({ key }) => key)
  const compared = compareWorksheets(handedIn, keys)
  return {
    placementId,
    worksheets,
    activities: compared,
    differenceCount: compared.filter(({ differsIn }) => differsIn.length > 0).length,
    sharedLines: linesToBeginWith(compared, handedIn),
  }
}

/** Saved as it is given: the worksheet begins with its first answer, and an answer can be changed. */
export async function setRoleAnswer(
  ctx: RequestContext,
  input: types.SetRoleAnswerInput,
): Promise<types.SetRoleAnswerPayload> {
  rejectIfInvalid(validateWorksheetAnswer(input, await customKeys(ctx)))
  const { placementId, activity, isPartOfRole, conflictsWithValues, isBetterSuited, betterSuited } = input
  await ctx.unit.transaction(async (tx) => {
    const worksheetId = await ownWorksheet(tx, placementId)
    const answer = {
      isPartOfRole: isPartOfRole ?? null,
      conflictsWithValues: conflictsWithValues ?? null,
      isBetterSuited: isBetterSuited ?? null,
      betterSuited: betterSuited == null || isBlank(betterSuited) ? null : oneLine(betterSuited),
      answeredAt: NOW,
    }
    await tx.write([
      insertOf(
        RoleWorksheetAnswer,
        { worksheetId, activity, memberId: ME, ...answer },
        {
          onConflict: {
            of: ['organizationId', 'worksheetId', 'activity'],
            set: ['isPartOfRole', 'conflictsWithValues', 'isBetterSuited', 'betterSuited', 'answeredAt'],
          },
        },
      ),
    ])
  })
  return { worksheet: await myRoleWorksheet(ctx, placementId) }
}

async function ownWorksheet(tx: Transaction, placementId: string): Promise<string> {
  const { frame, side } = await sided(tx, placementId)
  const { hostAgencyId } = frame
  const row = { id: randomUUID(), hostAgencyId, memberId: ME, side, startedAt: NOW }
  await tx.write([insertOf(RoleWorksheet, row, { onConflict: 'nothing' })])
  const [found] = await tx.run<{ id: string }>(
    `select w.id from role_worksheet w
      where w.organization_id = (select access.organization_id()) and w.host_agency_id = $1
        and w.member_id = (select access.membership_id()) and w.side = $2`,
    [hostAgencyId, side],
  )
  if (!found) throw notFound()
  return found.id
}

/** From now on, others who have handed theirs in can read it. Answers can still be changed. */
export async function submitRoleWorksheet(
  ctx: RequestContext,
  { placementId, onBehalfOf }: types.SubmitRoleWorksheetInput,
): Promise<types.SubmitRoleWorksheetPayload> {
  const { frame, side } = await sided(ctx.unit, placementId)
  rejectIfInvalid(validateOnBehalfOf(onBehalfOf, side, frame.isOwnStaff))
  const name = onBehalfOf == null || isBlank(onBehalfOf) ? null : oneLine(onBehalfOf)
  const { hostAgencyId } = frame
  const [changed] = await ctx.unit.write([
    updateOf(
      RoleWorksheet,
      { hostAgencyId, memberId: ME, side },
      { onBehalfOf: name, handedInAt: NOW },
      { returning: ['id'] },
    ),
  ])
  if (changed.length === 0) rejectIfInvalid([{ field: 'answers', problem: 'required' }])
  return { worksheet: await myRoleWorksheet(ctx, placementId) }
}
