import { useI18n } from '#i18n'
import { unlessStale } from '../../app/actions/unless-stale.ts'
import { useAction } from '../../app/actions/useAction.ts'
import { ask } from '../../app/session/graphql-client.ts'
import { CERTIFICATION_QUERIES } from '../history/useCertificationHistory.ts'
import {
  correctCertificationNumberMutation,
  restoreCertificationMutation,
  voidCertificationMutation,
} from './corrections.operations.ts'

const CHANGED = 'certification.corrections.changed-meanwhile'

/** Answers the revision after it, as the others do. */
async function toVoid(certificationId: string, expectedRevision: number): Promise<number> {
  const input = { certificationId, expectedRevision }
  const { voidCertification } = await ask(voidCertificationMutation, { input })
  return unlessStale(voidCertification, CHANGED).voided.revision
}
async function toRestore(certificationId: string, expectedRevision: number): Promise<number> {
  const input = { certificationId, expectedRevision }
  const { restoreCertification } = await ask(restoreCertificationMutation, { input })
  return unlessStale(restoreCertification, CHANGED).history.holder.revision
}
async function toNumber(
  certificationId: string,
  expectedRevision: number,
  number: string | null,
): Promise<number> {
  const input = { certificationId, expectedRevision, number }
  const { correctCertificationNumber } = await ask(correctCertificationNumberMutation, { input })
  return unlessStale(correctCertificationNumber, CHANGED).holder.revision
}

/** Voids and restores a certification and corrects its number, each with its undo in the toast. */
export function useCertificationCorrections() {
  const { t } = useI18n()
  const { run, refresh, announce } = useAction([...CERTIFICATION_QUERIES, 'voided-certifications'])

  /** `leave` goes to another page: the one of a voided certification is not there any more. */
  const voidIt = (id: string, revision: number, leave: () => Promise<unknown>) =>
    run(() => toVoid(id, revision).then((voided) => leave().then(() => voided)), {
      done: t('certification.corrections.certification-voided'),
      undo: { run: (voided) => toRestore(id, voided) },
    })
  const restoreIt = (id: string, revision: number) =>
    run(() => toRestore(id, revision), {
      done: t('certification.corrections.certification-restored'),
      undo: { run: (restored) => toVoid(id, restored) },
    })
  /** For a form, which says itself what did not go through. */
  async function correctNumber(id: string, revision: number, before: string | null, number: string | null) {
    const corrected = await toNumber(id, revision, number)
    await refresh()
    announce(undefined, {
      done: t('certification.corrections.number-corrected'),
      undo: { run: () => toNumber(id, corrected, before) },
    })
  }
  return { toVoid, voidIt, restoreIt, correctNumber, refresh, announce }
}
