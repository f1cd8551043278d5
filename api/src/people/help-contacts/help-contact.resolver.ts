import { Arg, Authorized, Ctx, FieldResolver, Mutation, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import { OrganizationType } from '../people.types.ts'
import { HelpContact } from './help-contact.entity.ts'
import {
  CreateHelpContactInput,
  CreateHelpContactPayload,
  type HelpContactShown,
  RemoveHelpContactInput,
  RemoveHelpContactPayload,
  ReorderHelpContactsInput,
  ReorderHelpContactsPayload,
  RestoreHelpContactInput,
  RestoreHelpContactPayload,
  UpdateHelpContactInput,
  UpdateHelpContactPayload,
} from './help-contact.types.ts'
import * as contacts from './help-contacts.service.ts'

@Resolver(() => OrganizationType)
export class HelpContactResolver {
  @FieldResolver(() => [HelpContact], { description: 'At most 20, in the order the organization chose.' })
  helpContacts(@Ctx('request') ctx: RequestContext): Promise<HelpContactShown[]> {
    return contacts.helpContacts(ctx)
  }

  @Authorized('organization.settings')
  @Query(() => [HelpContact], { description: 'The help contacts in their order, at most 20.' })
  organizationHelpContacts(@Ctx('request') ctx: RequestContext): Promise<HelpContactShown[]> {
    return contacts.helpContacts(ctx)
  }

  @Authorized('organization.settings')
  @Mutation(() => CreateHelpContactPayload, { description: 'Adds one at the end. BAD_INPUT beyond 20.' })
  createHelpContact(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => CreateHelpContactInput) input: CreateHelpContactInput,
  ): Promise<CreateHelpContactPayload> {
    return contacts.createHelpContact(ctx, input)
  }

  @Authorized('organization.settings')
  @Mutation(() => UpdateHelpContactPayload, { description: 'Changes one help contact.' })
  updateHelpContact(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => UpdateHelpContactInput) input: UpdateHelpContactInput,
  ): Promise<UpdateHelpContactPayload> {
    return contacts.updateHelpContact(ctx, input)
  }

  @Authorized('organization.settings')
  @Mutation(() => RemoveHelpContactPayload, {
    description: 'Removes one from the help page; it can be restored.',
  })
  removeHelpContact(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RemoveHelpContactInput) input: RemoveHelpContactInput,
  ): Promise<RemoveHelpContactPayload> {
    return contacts.removeHelpContact(ctx, input)
  }

  @Authorized('organization.settings')
  @Mutation(() => RestoreHelpContactPayload, { description: 'Restores one that was removed.' })
  restoreHelpContact(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RestoreHelpContactInput) input: RestoreHelpContactInput,
  ): Promise<RestoreHelpContactPayload> {
    return contacts.restoreHelpContact(ctx, input)
  }

  @Authorized('organization.settings')
  @Mutation(() => ReorderHelpContactsPayload, {
    description: 'Sets the order. BAD_INPUT where an id is missing, unknown or named twice.',
  })
  reorderHelpContacts(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => ReorderHelpContactsInput) input: ReorderHelpContactsInput,
  ): Promise<ReorderHelpContactsPayload> {
    return contacts.reorderHelpContacts(ctx, input)
  }
}
