import { AN_ID, type PageArgs, pageOfAll } from '../../server/graphql/connection.ts'
import { notFound } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import {
  assessOwn,
  assessWithOthers,
  heldBy,
  mostPressingFirst,
  pressingPosition,
} from './assess-renewals.ts'
import { inBrief, toGraphqlCertification } from './certification-to-graphql.ts'
import type {
  CertificationConnection,
  CertificationInBrief,
  CertificationType,
} from './certification.types.ts'
import { hoursOfHolder, ownHours } from './earned-hours.ts'

// Certifications with everything behind their figures: for managers and auditors, and for a peer their own.

/** With the courses in the same write, where they are asked for. */
export async function certification(
  ctx: RequestContext,
  id: string,
  withCourses: boolean,
): Promise<CertificationType> {
  const earnedHours = withCourses ? hoursOfHolder(ctx, id) : undefined
  const [held] = await Promise.all([assessWithOthers(ctx, id), earnedHours])
  const found = held.find((each) => each.id === id)
  if (!found) throw notFound()
  const { today } = await ctx.unit.asker()
  return toGraphqlCertification(found, today, { held, earnedHours })
}

export async function myCertifications(
  ctx: RequestContext,
  page: PageArgs,
  withCourses: boolean,
): Promise<CertificationConnection> {
  const earnedHours = withCourses ? ownHours(ctx) : undefined
  const [rows] = await Promise.all([assessOwn(ctx), earnedHours])
  const { today } = await ctx.unit.actor()
  const held = mostPressingFirst(rows)
  const connection = pageOfAll(held, page, [0, '', AN_ID], pressingPosition)
  const edges = connection.edges.map(({ node, cursor }) => ({
    node: toGraphqlCertification(node, today, { held, earnedHours }),
    cursor,
  }))
  return { ...connection, edges }
}

export async function otherCertifications(
  ctx: RequestContext,
  { id, peer, beside }: CertificationType,
): Promise<CertificationInBrief[]> {
  const held = beside?.held ?? (await heldBy(ctx, peer.id))
  return mostPressingFirst(held)
    .filter((each) => each.id !== id)
    .map(inBrief)
}
