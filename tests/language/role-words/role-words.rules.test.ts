import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { personFirstOffers, withWording } from '@alongside/shared/language/person-first'
import { ROLE_WORD_SOURCES } from '@alongside/shared/language/role-words/role-word'
import { ROLE_WORD_TERMS, roleWordOffers } from '@alongside/shared/language/role-words/role-words'
import { describe, expect, it } from 'vitest'

const LANGUAGES = ['en', 'es'] as const
const FOLDER = new URL('../../../shared/src/language/role-words/', import.meta.url)

function reworded(text: string, language: 'en' | 'es'): string {
  const [offer] = roleWordOffers(text, language)
  return offer ? withWording(text, offer, offer.offered[0] ?? '', language) : text
}

describe('the helper for role words', () => {
  it.each([
    ['en', 'I met a client.', 'I met a person I support.'],
    ['en', 'Two clients came.', 'Two people I support came.'],
    ['en', 'Clients came.', 'People I support came.'],
    ['en', 'We wrote a treatment plan.', 'We wrote a recovery plan.'],
    ['en', 'I did an intake.', 'I asked what they want.'],
    ['en', 'I monitored her.', 'I checked in with her.'],
    ['en', 'He suffers from anxiety.', 'He lives with anxiety.'],
    ['en', 'She was diagnosed with a condition.', 'She was living with a condition.'],
    ['en', 'We support at-risk people.', 'We support people in a hard place.'],
    ['en', 'He is in denial.', 'He is seeing it differently.'],
    ['es', 'Hablé con un cliente.', 'Hablé con una persona que acompaño.'],
    ['es', 'Los pacientes llegaron.', 'Las personas que acompaño llegaron.'],
    ['es', 'Hicimos un plan de tratamiento.', 'Hicimos un plan de recuperación.'],
    ['es', 'Ella sufre de ansiedad.', 'Ella vive con ansiedad.'],
    ['es', 'Él hizo una evaluación.', 'Él preguntó qué quiere.'],
    ['es', 'Está en negación.', 'Está viéndolo de otra manera.'],
    ['es', 'Vi a una persona de alto riesgo.', 'Vi a una persona en un momento difícil.'],
  ] as const)('in %s, %j becomes %j', (language, text, right) => {
    expect(reworded(text, language)).toBe(right)
  })

  it.each([
    ['en', 'Please be patient. We talked about recovery, housing and hope; I shared my story.'],
    ['en', 'The clientele, an impatient judge, a case of water, a monitor on the desk.'],
    ['es', 'Hay que ser paciente. Hablamos de vivienda, de esperanza y de mi historia.'],
  ] as const)('leaves alone in %s: %s', (language, text) => {
    expect(roleWordOffers(text, language)).toEqual([])
  })

  it('never offers what it, or the person-first helper, would underline', () => {
    for (const language of LANGUAGES) {
      expect(ROLE_WORD_TERMS[language].length).toBeGreaterThanOrEqual(30)
      for (const { offered, plural = [] } of ROLE_WORD_TERMS[language])
        for (const wording of [...offered, ...plural])
          expect([
            wording,
            ...roleWordOffers(wording, language),
            ...personFirstOffers(wording, language),
          ]).toEqual([wording])
    }
  })

  it('names a source for every term, and every source is used', () => {
    const sources = LANGUAGES.flatMap((language) => ROLE_WORD_TERMS[language].map(({ source }) => source))
    expect([...new Set(sources)].sort()).toEqual(Object.keys(ROLE_WORD_SOURCES).sort())
  })

  it('leaves to the person-first helper what that one underlines', () => {
    const text = 'a non-compliant client'
    const taken = personFirstOffers(text, 'en')
    expect(taken).toHaveLength(1)
    expect(roleWordOffers(text, 'en')).toHaveLength(1)
    expect(roleWordOffers(text, 'en', taken)).toEqual([])
  })

  it('weighs at most 4 kB over the wire', () => {
    const files = readdirSync(FOLDER).map((file) => readFileSync(new URL(file, FOLDER)))
    expect(gzipSync(Buffer.concat(files)).length).toBeLessThanOrEqual(4_096)
  })

  it('reads 2,000 words within 2 ms', () => {
    const text = 'We walked to the library and talked about work and the client came along. '.repeat(143)
    expect(text.split(' ').length).toBeGreaterThan(2_000)
    for (const language of LANGUAGES) {
      const times = Array.from({ length: 40 }, () => {
        const start = performance.now()
        roleWordOffers(text, language)
        return performance.now() - start
      })
      expect(Math.min(...times), language).toBeLessThanOrEqual(2)
    }
  })
})
