import { Ctx, FieldResolver, Resolver } from 'type-graphql'
import type { RequestContext } from '../server/request-context.ts'
import { helpContacts } from './people.service.ts'
import { HelpContactType, OrganizationType } from './people.types.ts'

@Resolver(() => OrganizationType)
export class PeopleResolver {
  @FieldResolver(() => [HelpContactType], { description: 'At most 20, in the order the organization chose.' })
  helpContacts(@Ctx('request') ctx: RequestContext): Promise<HelpContactType[]> {
    return helpContacts(ctx)
  }
}
