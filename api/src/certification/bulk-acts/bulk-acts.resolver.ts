import { Arg, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import { addRenewalReminders } from '../reminders/renewal-reminders.service.ts'
import {
  AddRenewalRemindersInput,
  AddRenewalRemindersPayload,
  RecordVerificationsInput,
  RecordVerificationsPayload,
  RenewalQuestion,
  SetRenewalAnswersInput,
  SetRenewalAnswersPayload,
  VoidVerificationsInput,
  VoidVerificationsPayload,
} from './bulk-acts.types.ts'
import { recordVerifications, voidVerifications } from './bulk-verifications.service.ts'
import { renewalQuestions, setRenewalAnswers } from './renewal-questions.service.ts'

@Resolver()
export class BulkActsResolver {
  @Authorized('certification.manage')
  @Query(() => [RenewalQuestion], {
    description: 'Questions about holders that nobody has answered, the one that most wait for first.',
  })
  renewalQuestions(@Ctx('request') ctx: RequestContext): Promise<RenewalQuestion[]> {
    return renewalQuestions(ctx)
  }

  @Authorized('certification.manage')
  @Mutation(() => SetRenewalAnswersPayload, {
    description: 'Answers one renewal question for 1-500 certifications: for all of them or for none.',
  })
  setRenewalAnswers(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => SetRenewalAnswersInput) input: SetRenewalAnswersInput,
  ): Promise<SetRenewalAnswersPayload> {
    return setRenewalAnswers(ctx, input)
  }

  @Authorized('certification.manage')
  @Mutation(() => RecordVerificationsPayload, {
    description: "Records a look into a board's register for 1-500 certifications: for all or for none.",
  })
  recordVerifications(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RecordVerificationsInput) input: RecordVerificationsInput,
  ): Promise<RecordVerificationsPayload> {
    return recordVerifications(ctx, input)
  }

  @Authorized('certification.manage')
  @Mutation(() => VoidVerificationsPayload, { description: 'Voids verifications that were a mistake.' })
  voidVerifications(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => VoidVerificationsInput) input: VoidVerificationsInput,
  ): Promise<VoidVerificationsPayload> {
    return voidVerifications(ctx, input)
  }

  @Authorized('certification.manage')
  @Mutation(() => AddRenewalRemindersPayload, {
    description: 'Reminds the holders of 1-500 certifications, each at most once a day.',
  })
  addRenewalReminders(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => AddRenewalRemindersInput) input: AddRenewalRemindersInput,
  ): Promise<AddRenewalRemindersPayload> {
    return addRenewalReminders(ctx, input)
  }
}
