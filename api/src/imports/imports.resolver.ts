import { GraphQLUUID } from 'graphql-scalars'
import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../server/graphql/connection.ts'
import type { RequestContext } from '../server/request-context.ts'
import * as confirming from './confirm-import.service.ts'
import * as lists from './import-lists.service.ts'
import {
  ConfirmImportInput,
  ImportConfirmation,
  ImportRowConnection,
  ImportRowOutcome,
  ImportType,
} from './imports.types.ts'

@Resolver()
export class ImportsResolver {
  @Authorized('people.import')
  @Query(() => [ImportType], {
    description: "The last 20 imports: a manager's are everybody's, an admin's their own.",
  })
  imports(@Ctx('request') ctx: RequestContext): Promise<ImportType[]> {
    return lists.imports(ctx)
  }

  @Authorized('people.import')
  @Query(() => ImportType, { description: 'One import; unknown and foreign ids answer NOT_FOUND.' })
  import(
    @Ctx('request') ctx: RequestContext,
    @Arg('importId', () => GraphQLUUID) importId: string,
  ): Promise<ImportType> {
    return lists.importById(ctx, importId)
  }

  @Authorized('people.import')
  @Query(() => ImportRowConnection, {
    description: 'The rows of an import by line; none once they are erased.',
  })
  importRows(
    @Ctx('request') ctx: RequestContext,
    @Arg('importId', () => GraphQLUUID) importId: string,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('outcomes', () => [ImportRowOutcome], { nullable: true }) outcomes?: ImportRowOutcome[] | null,
  ): Promise<ImportRowConnection> {
    return lists.importRows(ctx, importId, outcomes ?? [], page)
  }

  @Authorized('people.import')
  @Mutation(() => ImportConfirmation, {
    description:
      'Adds everybody new of a file, all or nobody. Assessed again first. The password must have been given within 10 minutes.',
  })
  confirmImport(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => ConfirmImportInput) input: ConfirmImportInput,
  ): Promise<ImportConfirmation> {
    return confirming.confirmImport(ctx, input)
  }

  @Authorized('people.import')
  @Mutation(() => ImportType, {
    description:
      'Takes a confirmed import back, within a day: whoever has not joined and has no other records.',
  })
  undoImport(
    @Ctx('request') ctx: RequestContext,
    @Arg('importId', () => GraphQLUUID) importId: string,
  ): Promise<ImportType> {
    return confirming.undoImport(ctx, importId)
  }
}
