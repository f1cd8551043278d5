import { DebriefPrompt } from '@alongside/shared/supervision/sessions/debrief-prompts'
import { GraphQLUUID } from 'graphql-scalars'
import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import * as agenda from './agenda.service.ts'
import { debriefPrompts } from './debrief-prompts.service.ts'
import {
  AgendaItemConnection,
  CreateAgendaItemInput,
  CreateAgendaItemPayload,
  OfPeerArgs,
  RemoveAgendaItemInput,
  RemoveAgendaItemPayload,
} from './agenda.types.ts'

@Resolver()
export class AgendaResolver {
  @Authorized('session.own')
  @Query(() => AgendaItemConnection, {
    description:
      'What the signed-in peer and their supervisors want to talk about, own talking points included. CONFIRM_PASSWORD on a shared device where one of the supervisors is a supportive one.',
  })
  myAgenda(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<AgendaItemConnection> {
    return agenda.myAgenda(ctx, page)
  }

  @Authorized('team.read')
  @Query(() => AgendaItemConnection, {
    description:
      'The agenda with one peer, in the types in which the caller supervises them and since they do; of anybody else it is empty. CONFIRM_PASSWORD as for `myAgenda`.',
  })
  agendaOf(
    @Ctx('request') ctx: RequestContext,
    @Args(() => OfPeerArgs) args: OfPeerArgs,
  ): Promise<AgendaItemConnection> {
    return agenda.agendaOf(ctx, args)
  }

  @Authorized('supervision.prepare')
  @Query(() => [DebriefPrompt], {
    description:
      'Questions to open a talk about what justice settings do to a peer; none where the peer works at no such agency, or is not known to the caller. Which of them is used is kept nowhere.',
  })
  debriefPrompts(
    @Ctx('request') ctx: RequestContext,
    @Arg('peerId', () => GraphQLUUID, { nullable: true, description: 'Left out: the signed-in peer.' })
    peerId: string | null,
  ): Promise<readonly DebriefPrompt[]> {
    return debriefPrompts(ctx, peerId)
  }

  @Authorized('supervision.prepare')
  @Mutation(() => CreateAgendaItemPayload, {
    description:
      'Puts something on the agenda of one relationship; the other one is told in the app. It stays there until a session reaches it or its author removes it. NOT_FOUND for a relationship that is not the caller’s or not in force.',
  })
  createAgendaItem(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => CreateAgendaItemInput) input: CreateAgendaItemInput,
  ): Promise<CreateAgendaItemPayload> {
    return agenda.createAgendaItem(ctx, input)
  }

  @Authorized('supervision.prepare')
  @Mutation(() => RemoveAgendaItemPayload, {
    description:
      'Removes an item that the caller wrote; nothing is left of it. NOT_FOUND for any other, and for one that was talked about.',
  })
  removeAgendaItem(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RemoveAgendaItemInput) input: RemoveAgendaItemInput,
  ): Promise<RemoveAgendaItemPayload> {
    return agenda.removeAgendaItem(ctx, input)
  }
}
