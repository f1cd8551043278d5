import { describe, expect, it } from 'vitest'
import { english } from '../../api/src/my-data/words/words.en.ts'
import { spanish } from '../../api/src/my-data/words/words.es.ts'
import { MAIL_WORDS } from '../../api/src/notifications/mail-words.ts'
import { coinagesIn, type WordLanguage } from './coinages.ts'
import { featuresWithWords, sentencesOf } from './words.ts'

/** The texts that hold a coinage, each with its key and what to write instead. */
function coinagesOf(texts: Iterable<readonly [string, string]>, language: WordLanguage): string[] {
  return [...texts].flatMap(([key, text]) =>
    coinagesIn(text, language).map((found) => `${key} (${text}) ${found}`),
  )
}

/** Every text of an object, however deep; functions are called with what they would be given. */
function textsOf(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    if (typeof value === 'string') return [[path + key, value]]
    if (typeof value === 'function') {
      const speak = value as (...given: string[]) => unknown
      return [[path + key, String(speak('Riverbend', 'Riverbend', '1'))]]
    }
    return typeof value === 'object' && value !== null ? textsOf(value, `${path}${key}.`) : []
  })
}

describe('no coined term stands where the trade has one', () => {
  it.each(featuresWithWords)('on the screens of %s', (feature) => {
    expect(coinagesOf(sentencesOf(feature, 'en'), 'en')).toEqual([])
    expect(coinagesOf(sentencesOf(feature, 'es'), 'es')).toEqual([])
  })

  it('in the emails', () => {
    expect(coinagesOf(textsOf(MAIL_WORDS.en), 'en')).toEqual([])
    expect(coinagesOf(textsOf(MAIL_WORDS.es), 'es')).toEqual([])
  })

  it('in the file of own data', () => {
    expect(coinagesOf(textsOf(english), 'en')).toEqual([])
    expect(coinagesOf(textsOf(spanish), 'es')).toEqual([])
  })
})

describe('the check itself', () => {
  it.each([
    ['en', 'Take the proposal back'],
    ['en', 'Take out {peer}'],
    ['en', 'Put the dates right'],
    ['en', 'You stand in until {day}.'],
    ['en', 'It is good until Jun 29.'],
    ['en', 'Certificates that run out'],
    ['en', 'All there'],
    ['en', '12 h still to go.'],
    ['en', 'What is there now goes on.'],
    ['en', 'Or mend the list above.'],
    ['en', 'Choose when you get mail'],
    ['en', 'News that you have seen'],
    ['en', 'Hours of work for a board'],
    ['en', 'We have not read what the board does.'],
    ['en', 'Not owed this time'],
    ['en', 'In force'],
    ['es', 'Guardar mi chequeo'],
    ['es', 'Elija a un par'],
    ['es', 'Busqué a otros pares'],
    ['es', 'Mi papel'],
    ['es', 'Se cerraron {count} aparatos más.'],
    ['es', 'Guardar y entrar'],
    ['es', 'Salir'],
    ['es', 'Pasó un rato sin uso, así que cerramos la puerta.'],
    ['es', '¿Contará?'],
    ['es', 'Vale hasta el 1 de junio'],
    ['es', 'Muéstreme por qué'],
    ['es', 'Mantener a distancia'],
    ['es', 'Sin ritmo todavía'],
    ['es', '{count} más toca esta semana.'],
  ] as const)('catches in %s: %s', (language, text) => {
    expect(coinagesIn(text, language)).toHaveLength(1)
  })

  it.each([
    ['en', 'We standardize the outstanding dates; email is amended.'],
    ['en', 'Send it by mail. Put your name here. Take a break, then come back.'],
    ['en', 'Understanding the board takes time.'],
    ['es', 'Especialistas de pares, apoyo entre pares, el rol de pares; en papel.'],
    ['es', 'Preparar el parque; entre enero y marzo; a su propio ritmo.'],
  ] as const)('leaves alone in %s: %s', (language, text) => {
    expect(coinagesIn(text, language)).toEqual([])
  })
})
