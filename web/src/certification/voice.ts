import { inject, type InjectionKey, provide } from 'vue'
import { useI18n } from 'vue-i18n'

const TO_THE_PEER: InjectionKey<boolean> = Symbol('to the peer')

/** Below this component, sentences speak to peers about their own certifications. */
export const speakToPeer = (): void => provide(TO_THE_PEER, true)

export type Voice = (key: string, values?: Record<string, unknown>) => string

/** Says a sentence to the peer, where there is one for them, or else as the desk reads it. */
export function useVoice(isToPeer = inject(TO_THE_PEER, false)): Voice {
  const { t, te } = useI18n()
  return (key, values = {}) => {
    const toPeer = `certification.to-peer.${key}`
    return t(isToPeer && te(toPeer) ? toPeer : `certification.${key}`, values)
  }
}
