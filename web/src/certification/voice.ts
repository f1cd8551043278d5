import { inject, type InjectionKey, provide } from 'vue'
import { useI18n } from '#i18n'

const TO_THE_PEER: InjectionKey<boolean> = Symbol('to the peer')

/** Below this component, sentences speak to peers about their own certifications. */
export const speakToPeer = (): void => provide(TO_THE_PEER, true)

export type Voice = (key: string, values?: Record<string, unknown>) => string

/** Says a sentence, or a label by its whole key, to the peer where there is one for them, or else as the desk reads it. */
export function useVoice(isToPeer = inject(TO_THE_PEER, false)): Voice {
  const { t, te } = useI18n()
  return (key, values = {}) => {
    const isLabel = key.startsWith('labels.')
    const toPeer = isLabel ? key.replace(/\.\w+$/, 'ToPeer$&') : `certification.to-peer.${key}`
    return t(isToPeer && te(toPeer) ? toPeer : isLabel ? key : `certification.${key}`, values)
  }
}
