import { GraphQLUUID } from 'graphql-scalars'
import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { ImportRowResult } from '@alongside/shared/imports/import-states'
import { PageArgs } from '../server/graphql/connection.ts'
import type { RequestContext } from '../server/request-context.ts'
import * as confirming from './confirm-import.service.ts'
import * as lists from './import-lists.service.ts'
import { importMatching } from './matching/matching.service.ts'
import {
  CreateImportInput,
  CreateImportPayload,
  ImportMatching,
  UpdateImportInput,
  UpdateImportPayload,
} from './matching/matching.types.ts'
import { updateImport } from './matching/update-import.service.ts'
import { importAgain } from './preview-import.service.ts'
import {
  ConfirmImportInput,
  ConfirmImportPayload,
  ImportConnection,
  ImportRowConnection,
  ImportType,
  UndoImportInput,
  UndoImportPayload,
} from './imports.types.ts'

@Resolver()
export class ImportsResolver {
  @Authorized('people.import')
  @Query(() => ImportConnection, {
    description: "The imports, the latest first: a manager's are everybody's, an admin's their own.",
  })
  imports(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ImportConnection> {
    return lists.imports(ctx, page)
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
    @Arg('results', () => [ImportRowResult], { nullable: true }) results?: ImportRowResult[] | null,
  ): Promise<ImportRowConnection> {
    return lists.importRows(ctx, importId, results ?? [], page)
  }

  @Authorized('people.import')
  @Query(() => ImportMatching, {
    description:
      'How an import is read, and which of its texts are not known; NOT_FOUND once its rows are erased.',
  })
  importMatching(
    @Ctx('request') ctx: RequestContext,
    @Arg('importId', () => GraphQLUUID) importId: string,
  ): Promise<ImportMatching> {
    return importMatching(ctx, importId)
  }

  @Authorized('people.import')
  @Mutation(() => UpdateImportPayload, {
    description:
      'Changes how a preview is read, or the text of its cells, and assesses it again. CONFLICT imports.confirmed-already, imports.expired.',
  })
  async updateImport(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => UpdateImportInput) input: UpdateImportInput,
  ): Promise<UpdateImportPayload> {
    await updateImport(ctx, input)
    return { import: await lists.importById(ctx, input.importId) }
  }

  @Authorized('people.import')
  @Mutation(() => CreateImportPayload, {
    description:
      'Previews the rows of an import for something else that they say, such as certifications. FORBIDDEN imports.needs-manager; CONFLICT imports.expired once the rows are erased.',
  })
  async createImport(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => CreateImportInput) input: CreateImportInput,
  ): Promise<CreateImportPayload> {
    return { import: await lists.importById(ctx, await importAgain(ctx, input.fromImportId, input.kind)) }
  }

  @Authorized('people.import')
  @Mutation(() => ConfirmImportPayload, {
    description:
      'Adds everything new of a file, all or nothing; assessed again first. CONFIRM_PASSWORD unless the password was given within 10 minutes. CONFLICT imports.confirmed-already, imports.expired.',
  })
  confirmImport(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => ConfirmImportInput) input: ConfirmImportInput,
  ) {
    return confirming.confirmImport(ctx, input)
  }

  @Authorized('people.import')
  @Mutation(() => UndoImportPayload, {
    description:
      'Undoes a confirmed import within a day: removes what it added, except whoever has joined and what other records refer to. CONFLICT imports.not-to-undo.',
  })
  undoImport(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => UndoImportInput) input: UndoImportInput,
  ): Promise<UndoImportPayload> {
    return confirming.undoImport(ctx, input)
  }
}
