import { useI18n } from '#i18n'
import { useAction } from '../../app/actions/useAction.ts'
import { ask } from '../../app/session/graphql-client.ts'
import { addRenewalRemindersMutation } from './bulk-acts.operations.ts'

/** Reminds the holders of some certifications. What was said cannot be unsaid, so the toast offers no undo. */
export function useReminding() {
  const { t } = useI18n()
  const { busy, run } = useAction()

  const remind = (certificationIds: readonly string[]) =>
    run(
      async () =>
        (await ask(addRenewalRemindersMutation, { input: { certificationIds: [...certificationIds] } }))
          .addRenewalReminders,
      {
        done: ({ remindedCount: told, alreadyRemindedCount: before }) =>
          [
            ...(told > 0 || before === 0
              ? [t('certification.bulk-acts.reminded', { count: told }, told)]
              : []),
            ...(before > 0 ? [t('certification.bulk-acts.reminded-before', { count: before }, before)] : []),
          ].join(' '),
      },
    )
  return { busy, remind }
}
