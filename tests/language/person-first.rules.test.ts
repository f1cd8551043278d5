import { personFirstOffers, withWording } from '@alongside/shared/language/person-first'
import { PERSON_FIRST_TERMS } from '@alongside/shared/language/person-first-terms'
import { describe, expect, it } from 'vitest'
import { SENTENCES } from './person-first-sentences.ts'

describe('the person-first helper', () => {
  it.each([
    ['en', 'He is an Addict.', 'Addict', 'person with a substance use disorder'],
    ['en', 'a recovering addict', 'recovering addict', 'person in recovery'],
    ['en', 'an alcoholic', 'alcoholic', 'person with an alcohol use disorder'],
    ['en', 'after her relapse', 'relapse', 'return to use'],
    ['en', 'a dirty urine', 'dirty urine', 'positive drug test'],
    ['en', 'She has been clean.', 'clean', 'in recovery'],
    ['en', 'substance abuse', 'substance abuse', 'substance use'],
    ['en', 'substitution therapy', 'substitution therapy', 'medication for opioid use disorder'],
    ['en', 'He relapsed', 'relapsed', 'returned to use'],
    ['es', 'Es un drogadicto', 'drogadicto', 'persona con un trastorno por uso de sustancias'],
    ['es', 'tuvo una recaída', 'tuvo una recaída', 'volvió a consumir'],
    ['es', 'ayer recayó', 'recayó', 'volvió a consumir'],
    ['es', 'lleva dos años limpio', 'limpio', 'en recuperación'],
    ['es', 'abuso de sustancias', 'abuso de sustancias', 'uso de sustancias'],
  ] as const)('offers in %s for %j, at %j: %j', (language, text, term, offered) => {
    const [offer, ...others] = personFirstOffers(text, language)
    expect(others).toEqual([])
    expect(offer?.term).toBe(term)
    expect(text.slice(offer?.start, offer?.end)).toBe(term)
    expect(offer?.offered[0]).toBe(offered)
  })

  it.each([
    ['en', 'Alcoholics Anonymous meets in a clean room; a person in recovery opens it.'],
    ['en', 'addiction, abused, alcoholic drinks'],
    [
      'es',
      'Alcohólicos Anónimos, una bebida alcohólica, la cocina limpia, la adicción, un presupuesto, el correo',
    ],
  ] as const)('leaves alone in %s: %s', (language, text) => {
    expect(personFirstOffers(text, language)).toEqual([])
  })

  it.each([
    ['en', 'He is an addict.', 'He is a person with a substance use disorder.'],
    ['en', 'An inmate asked.', 'A person in custody asked.'],
    ['en', 'He relapsed', 'He returned to use'],
    ['en', 'Susan relapsed', 'Susan returned to use'],
    ['es', 'Hablé con un drogadicto.', 'Hablé con una persona con un trastorno por uso de sustancias.'],
    ['es', 'El preso llamó.', 'La persona bajo custodia llamó.'],
    ['es', 'ayer recayó', 'ayer volvió a consumir'],
  ] as const)('in %s, %j becomes %j', (language, text, changed) => {
    const [offer] = personFirstOffers(text, language)
    expect(offer && withWording(text, offer, offer.offered[0] ?? '', language)).toBe(changed)
  })

  it.each(SENTENCES)('leaves a whole sentence right, in %s: %s', (language, sentence, right) => {
    let text = sentence
    for (let [offer] = personFirstOffers(text, language); offer; [offer] = personFirstOffers(text, language))
      text = withWording(text, offer, offer.offered[0] ?? '', language)
    expect(text).toBe(right)
  })

  it('has sixty sentences to be right in, in both languages', () => {
    expect(SENTENCES.length).toBeGreaterThanOrEqual(60)
    for (const language of ['en', 'es'])
      expect(SENTENCES.filter(([each]) => each === language).length).toBeGreaterThan(25)
  })

  it('shows each place once, in order', () => {
    const text = 'relapse of a recovering addict and alcoholic'
    expect(personFirstOffers(text, 'en').map(({ term }) => term)).toEqual([
      'relapse',
      'recovering addict',
      'alcoholic',
    ])
  })

  it('never offers what it would underline itself', () => {
    for (const language of ['en', 'es'] as const) {
      for (const { offered, plural = [] } of PERSON_FIRST_TERMS[language]) {
        for (const wording of [...offered, ...plural])
          expect([wording, personFirstOffers(wording, language)]).toEqual([wording, []])
      }
    }
  })
})
