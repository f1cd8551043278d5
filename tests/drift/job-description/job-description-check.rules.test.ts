import { CLINICAL_PHRASES } from '@alongside/shared/drift/job-description/clinical-phrases'
import { DRIFT_PHRASE_REASONS } from '@alongside/shared/drift/job-description/drift-phrase'
import { checkJobDescription } from '@alongside/shared/drift/job-description/job-description-check'
import {
  JOB_DESCRIPTION_LIMIT,
  validateJobDescription,
} from '@alongside/shared/drift/job-description/job-description-input'
import { JUSTICE_PHRASES } from '@alongside/shared/drift/job-description/justice-phrases'
import { describe, expect, it } from 'vitest'
import { SAMPLE_DESCRIPTIONS } from './sample-descriptions.ts'

const PHRASES = [...CLINICAL_PHRASES, ...JUSTICE_PHRASES]
const phrasesIn = (text: string) => checkJobDescription(text).marks.map(({ phrase }) => phrase)
const reasonsIn = (text: string) => checkJobDescription(text).marks.map(({ reason }) => reason)

const TRUE_TO_ROLE = `Peer support worker at the jail and in the community. You share your own story, help people find
housing, and lead peer groups. About 60% of the time is one to one, 30% groups, 10% notes about contacts.
Supportive supervision every week with someone who has done peer work.`
const FIEL_AL_ROL = `Especialista de pares en la cárcel y en la comunidad. Usted comparte su historia, ayuda a encontrar
vivienda y guía grupos de pares. El 60% del tiempo es con cada persona, el 40% en grupos.
Supervisión de apoyo cada semana con alguien que ha hecho este trabajo.`

describe('the job-description check', () => {
  it('marks the four sample descriptions in this order, the veterans’ court most', () => {
    const { court, lawEnforcement, probation, jail } = SAMPLE_DESCRIPTIONS
    const counts = [court, lawEnforcement, probation, jail].map((text) => phrasesIn(text).length)
    expect(counts).toEqual([19, 11, 7, 4])
  })

  it('marks what the source names: case management, adherence, abstinence, clinical supervision', () => {
    expect(phrasesIn(SAMPLE_DESCRIPTIONS.court)).toEqual(
      expect.arrayContaining([
        'improve adherence to treatment',
        'adherence support',
        'failure to maintain abstinence',
        'clinical supervision',
        'Observe behaviors',
      ]),
    )
    expect(phrasesIn(SAMPLE_DESCRIPTIONS.lawEnforcement)).toEqual(
      expect.arrayContaining(['case management', 'Co-respond to calls', 'roll call']),
    )
  })

  it('gives every mark its place, a reason, another wording, and activities for the agreement', () => {
    const text = SAMPLE_DESCRIPTIONS.court
    const { marks, activities } = checkJobDescription(text)
    let end = 0
    for (const mark of marks) {
      expect(text.slice(mark.start, mark.end)).toBe(mark.phrase)
      expect(mark.start, mark.phrase).toBeGreaterThanOrEqual(end)
      expect(mark.instead).not.toBe('')
      end = mark.end
    }
    expect(activities).toContain('REPORTING_RETURN_TO_USE')
    expect(activities.indexOf('URGING_TREATMENT')).toBeLessThan(activities.indexOf('WATCHING_SYMPTOMS'))
    expect(checkJobDescription(TRUE_TO_ROLE).activities).toEqual([])
  })

  it.each([
    ['gestión de casos', 'CASE_MANAGEMENT'],
    ['promover la adherencia al tratamiento', 'TREATMENT_PRESSURE'],
    ['Vigilar la abstinencia.', 'WATCHING_AND_REPORTING'],
    ['recibir supervisión clínica', 'CLINICAL_SUPERVISION'],
    ['Acompañar a los policías', 'OFFICERS_WORK'],
    ['hacer mandados', 'ERRANDS'],
    ['Drug testing', 'WATCHING_AND_REPORTING'],
    ['run errands', 'ERRANDS'],
    ['Other duties\n  as assigned.', 'OPEN_ENDED'],
    ['conduct suicide risk assessments', 'CLINICAL_WORK'],
  ] as const)('marks %j as %s', (text, reason) => {
    expect(reasonsIn(text)).toEqual([reason])
  })

  it.each([
    [TRUE_TO_ROLE],
    [FIEL_AL_ROL],
    [
      'Follow all policies, in compliance with privacy law. Keep records of your hours. Take part in supervision.',
    ],
    ['Help people stay in touch with family. Know the courts, hospitals and treatment programs nearby.'],
  ])('leaves alone: %s', (text) => {
    expect(phrasesIn(text)).toEqual([])
  })

  it('marks the longer one of two phrases that overlap', () => {
    expect(phrasesIn('Provide crisis intervention screenings.')).toEqual([
      'Provide crisis intervention screenings',
    ])
  })

  it('never marks its own wordings, and gives each reason at least one phrase', () => {
    for (const { instead } of PHRASES)
      for (const wording of Object.values(instead))
        expect([wording, ...phrasesIn(wording)]).toEqual([wording])
    expect([...new Set(PHRASES.map(({ reason }) => reason))].sort()).toEqual([...DRIFT_PHRASE_REASONS].sort())
  })
})

describe('what a job description leaves out', () => {
  const missing = (text: string) => checkJobDescription(text).missing

  it('is nothing where setting, supervision and time are said', () => {
    expect(missing(TRUE_TO_ROLE)).toEqual([])
    expect(missing(FIEL_AL_ROL)).toEqual([])
  })

  it.each([
    ['Share your story.', ['SETTING', 'SUPERVISION', 'TIME_SHARES']],
    ['Work in the jail. Take part in regular supervision.', ['SUPERVISION_KIND', 'TIME_SHARES']],
    ['Work in the jail. Take part in clinical supervision.', ['SUPERVISION', 'TIME_SHARES']],
    ['A jail job of 40 hours a week, supervised by a peer.', ['TIME_SHARES']],
    ['A jail job: 25 hours a week one to one, 10 hours a week groups; supervised by a peer.', []],
  ])('of %j', (text, parts) => {
    expect(missing(text)).toEqual(parts)
  })

  it('in none of the four samples is the time on each function said', () => {
    for (const text of Object.values(SAMPLE_DESCRIPTIONS)) expect(missing(text)).toContain('TIME_SHARES')
  })
})

describe('any text that is pasted', () => {
  it.each([
    [TRUE_TO_ROLE, 'en'],
    [FIEL_AL_ROL, 'es'],
    ['Wir suchen eine Person mit eigener Erfahrung, die andere begleitet und ihnen zuhört.', null],
    ['同伴支持工作者在社区工作', null],
  ] as const)('is read in its language: %s', (text, language) => {
    expect(checkJobDescription(text).language).toBe(language)
  })

  it('can be long, wide, or one endless word', () => {
    const wide = '🦋ＡＢ'.repeat(100)
    const start = performance.now()
    for (const text of ['x'.repeat(20_000), `${'monitor '.repeat(2_500)}`, `${wide} case management ${wide}`])
      expect(phrasesIn(text)).toEqual(text.includes('case') ? ['case management'] : [])
    expect(performance.now() - start).toBeLessThan(10_000)
  })

  it('has 1 to 20,000 characters', () => {
    expect(validateJobDescription({ text: '\u200B ' })).toEqual([{ field: 'text', problem: 'required' }])
    expect(validateJobDescription({ text: 'x'.repeat(JOB_DESCRIPTION_LIMIT) })).toEqual([])
    expect(validateJobDescription({ text: '🦋'.repeat(JOB_DESCRIPTION_LIMIT + 1) })).toEqual([
      { field: 'text', problem: 'too-long', limit: 20_000 },
    ])
  })
})
