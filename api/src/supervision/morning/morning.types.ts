import { Field, Int, ObjectType } from 'type-graphql'
import { PlannedSessionShown } from '../planning/planned-session.types.ts'
import { TeamMember } from '../team/team.types.ts'

@ObjectType({
  simpleResolvers: true,
  description:
    "What waits for the signed-in supervisor today. Requests to talk are asked for apart, since they're private.",
})
export class SupervisorMorning {
  @Field(() => Int, { description: 'People whose session should have been before today.' })
  overdue!: number

  @Field(() => Int, { description: 'People who are due from today on within seven days.' })
  next7Days!: number

  @Field(() => Int, { description: 'Everybody else of the team.' })
  later!: number

  @Field(() => [TeamMember], {
    description: 'Those who are overdue or due within seven days, the first due first; at most 5.',
  })
  dueSoon!: TeamMember[]

  @Field(() => [PlannedSessionShown], {
    description: "Today's planned sessions, as a supervisor and as the one supervised; at most 20.",
  })
  sessionsToday!: PlannedSessionShown[]

  @Field(() => Int, { description: 'Held sessions that lack the own signature.' })
  sessionsToSign!: number

  @Field(() => Int, { description: 'Requests for a time that wait; 50 are counted at most.' })
  timeRequests!: number

  @Field(() => Int, {
    description: 'Agreements of people whom one supervises that lack the own signature; 100 are looked at.',
  })
  agreementsToSign!: number
}
