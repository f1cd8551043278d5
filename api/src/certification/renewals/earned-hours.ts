import { GraphQLDateTime, GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, Float, ObjectType } from 'type-graphql'
import { CeCategory } from '@alongside/shared/certification/catalogue/ce-category'
import { DeliveryMode } from '@alongside/shared/certification/catalogue/delivery-mode'
import { CourseContent, CreditUnit, EarnedBy } from '@alongside/shared/certification/rules/limits'
import { CourseOrigin } from '@alongside/shared/certification/review/course-review'
import { Person } from '../../people/person.types.ts'
import type { SelectText } from '../../database/reads-and-writes.ts'
import { batched } from '../../server/graphql/batched.ts'
import { EvidenceFileType, evidenceOf } from '../evidence/evidence-file.types.ts'
import type { Reviewed } from '../review/course-review.types.ts'
import type { RequestContext } from '../../server/request-context.ts'

@ObjectType({ simpleResolvers: true, description: 'Hours of one course.' })
export class EarnedHours {
  @Field(() => GraphQLUUID)
  activityId!: string

  @Field(() => String)
  title!: string

  @Field(() => String, { nullable: true })
  provider!: string | null

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The first day of a course of several days; null: it took one.',
  })
  startsOn!: string | null

  @Field(() => GraphQLLocalDate, { description: 'The last day.' })
  heldOn!: string

  @Field(() => Float, { description: 'In `unit`, as on the certificate of attendance.' })
  hours!: number

  @Field(() => CreditUnit)
  unit!: CreditUnit

  @Field(() => [CeCategory])
  categories!: CeCategory[]

  @Field(() => DeliveryMode, {
    nullable: true,
    description: 'Null where the holder, who entered it, did not say.',
  })
  deliveryMode!: DeliveryMode | null

  @Field(() => EarnedBy)
  earnedBy!: EarnedBy

  @Field(() => [String], {
    nullable: true,
    description: 'The boards that approved it; empty: no board did; null: not known.',
  })
  approvedBy!: string[] | null

  @Field(() => [CourseContent], { description: 'Content that some boards refuse.' })
  contents!: CourseContent[]

  @Field(() => GraphQLUUID, {
    nullable: true,
    description: 'The one certification that the hours are given to; null: to none in particular.',
  })
  onlyFor!: string | null

  @Field(() => GraphQLUUID, { description: 'The same for all versions of the course: the first one’s.' })
  courseId!: string

  @Field(() => GraphQLDateTime, { description: 'When this version was saved.' })
  recordedAt!: Date | string

  @Field(() => Person, { nullable: true, description: 'Null where the reader may not see who it was.' })
  recordedBy!: Person | null

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was voided or replaced by a correction. Null: it counts.',
  })
  voidedAt!: Date | string | null

  @Field(() => Person, { nullable: true, description: 'Null where it counts.' })
  voidedBy!: Person | null

  @Field(() => CourseOrigin, { description: 'Who entered it.' })
  origin!: CourseOrigin

  @Field(() => [EvidenceFileType], { description: 'Photos and PDF files of its certificate; at most 5.' })
  evidence!: EvidenceFileType[]

  /** What a manager said of it. */
  readonly reviewed!: Reviewed | null
}

const MAX_COURSES = 500

const person = (id: string): string => `(
  select jsonb_build_object('id', m.id, 'displayName', m.display_name) from membership m
   where m.organization_id = credit.organization_id and m.id = ${id})`

/** Of `credit` and `activity`. */
export const COURSE_COLUMNS = /* sql */ `activity.id as "activityId", activity.title, activity.provider,
         activity.starts_on as "startsOn", activity.held_on as "heldOn",
         credit.hours, activity.credit_unit as unit, credit.categories, activity.delivery_mode as "deliveryMode",
         activity.earned_by as "earnedBy", activity.approved_by as "approvedBy", activity.contents, credit.only_for as "onlyFor",
         coalesce(activity.version_of, activity.id) as "courseId", activity.recorded_at as "recordedAt",
         ${person('activity.recorded_by')} as "recordedBy", credit.voided_at as "voidedAt",
         ${person('credit.voided_by')} as "voidedBy", activity.origin,
         ${evidenceOf('coalesce(activity.version_of, activity.id)', 'credit.peer_id')} as evidence,
         case when activity.origin = 'ENTERED_BY_HOLDER' then (
           select jsonb_build_object('outcome', r.outcome, 'reason', r.reason, 'reviewedAt', r.reviewed_at,
                                     'reviewedBy', ${person('r.reviewed_by')})
             from course_review r
            where r.organization_id = credit.organization_id and r.activity_id = credit.activity_id
              and r.peer_id = credit.peer_id) end as reviewed`

/** Of the credits `credit`, whether they count or not. */
export const COURSES: SelectText = /* sql */ `
  select ${COURSE_COLUMNS}
    from ce_credit credit
    join ce_activity activity
      on activity.organization_id = credit.organization_id and activity.id = credit.activity_id
   where credit.organization_id = (select access.organization_id())`
const LATEST_FIRST = `order by activity.held_on desc, activity.id limit ${MAX_COURSES}`

export function ownHours(ctx: RequestContext): Promise<EarnedHours[]> {
  return ctx.unit.run<EarnedHours>(
    `${COURSES} and credit.peer_id = (select access.membership_id()) ${LATEST_FIRST}`,
  )
}

/** Of the peer who holds this certification. */
export function hoursOfHolder(ctx: RequestContext, certificationId: string): Promise<EarnedHours[]> {
  return ctx.unit.run<EarnedHours>(
    `${COURSES} and credit.peer_id = (
       select peer_id from certification
        where organization_id = (select access.organization_id()) and id = $1) ${LATEST_FIRST}`,
    [certificationId],
  )
}

/** For the rows of a list; voided or not. */
export const hoursOfPeer = batched(async (ctx, peerIds) => {
  const rows = await ctx.unit.run<{ peerId: string; courses: EarnedHours[] }>(
    `select peer.id as "peerId", coalesce(jsonb_agg(course order by course."heldOn" desc, course."activityId")
            filter (where course."activityId" is not null), '[]') as courses
       from unnest($1::uuid[]) peer (id)
       left join lateral (${COURSES} and credit.peer_id = peer.id ${LATEST_FIRST}) course on true
      group by peer.id`,
    [peerIds],
  )
  return new Map<string, readonly EarnedHours[]>(rows.map(({ peerId, courses }) => [peerId, courses]))
}, [])

/** Voided, or replaced by a correction: it counts nowhere. */
export const isVoided = ({ voidedAt }: EarnedHours): boolean => voidedAt !== null
