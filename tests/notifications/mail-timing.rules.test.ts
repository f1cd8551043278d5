import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isQuiet,
  MAIL_CHOICES,
  mailDueAt,
  type MailTiming,
  validateMailTiming,
} from '../../shared/src/notifications/mail-timing.ts'

const RUNS = 1_500
const DAY_MS = 86_400_000
/** Zones with clocks of every kind: half hours, changes of half an hour, at midnight, southern, none. */
const ZONES = [
  'America/New_York',
  'America/Phoenix',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Pacific/Honolulu',
  'Europe/London',
  'Asia/Kathmandu',
  'Asia/Beirut',
  'Africa/Casablanca',
  'Australia/Lord_Howe',
  'Pacific/Apia',
]
const two = (number: number): string => String(number).padStart(2, '0')
const anyTime = fc.tuple(fc.nat(23), fc.nat(59)).map(([hour, minute]) => `${two(hour)}:${two(minute)}`)
const anyTiming: fc.Arbitrary<MailTiming> = fc.record({
  mail: fc.constantFrom(...MAIL_CHOICES),
  digestHour: fc.nat(23),
  quietFrom: anyTime,
  quietUntil: anyTime,
})
const anyInstant = fc
  .integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2040, 11, 31) })
  .map((time) => new Date(time))
/** Within two days of a change of clocks in New York: 2nd Sunday of March, 1st of November. */
const nearAChange = fc
  .tuple(
    fc.integer({ min: 2020, max: 2040 }),
    fc.boolean(),
    fc.integer({ min: -2 * DAY_MS, max: 2 * DAY_MS }),
  )
  .map(([year, spring, away]) => {
    const [month, nth] = spring ? [2, 2] : [10, 1]
    const first = new Date(Date.UTC(year, month, 1)).getUTCDay()
    const sunday = 1 + ((7 - first) % 7) + (nth - 1) * 7
    return new Date(Date.UTC(year, month, sunday, 7) + away)
  })

const clock = (at: Date, timeZone: string): string =>
  at.toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' })
const holds = (
  instants: fc.Arbitrary<Date>,
  zones: readonly string[],
  law: (now: Date, timing: MailTiming, zone: string) => void,
) => fc.assert(fc.property(instants, anyTiming, fc.constantFrom(...zones), law), { numRuns: RUNS })

describe.each([
  ['over zones, 2020-2040', anyInstant, ZONES],
  ['around the changes of clocks', nearAChange, ['America/New_York']],
])('when a mail is due, %s', (_where, instants, zones) => {
  it('is never before now, never in quiet hours, and within three days', () => {
    holds(instants, zones, (now, timing, zone) => {
      const due = mailDueAt(now, timing, zone)
      if (timing.mail === 'NONE') {
        expect(due).toBeNull()
        return
      }
      expect(due!.getTime()).toBeGreaterThanOrEqual(now.getTime())
      expect(due!.getTime() - now.getTime()).toBeLessThanOrEqual(3 * DAY_MS)
      expect(isQuiet(due!, timing, zone)).toBe(false)
    })
  })

  it('is at once outside quiet hours, and when they end inside', () => {
    holds(instants, zones, (now, timing, zone) => {
      const atOnce = { ...timing, mail: 'AT_ONCE' as const }
      const due = mailDueAt(now, atOnce, zone)
      if (!isQuiet(now, timing, zone)) expect(due).toEqual(now)
      else expect(due!.getTime() - now.getTime()).toBeLessThanOrEqual(3 * DAY_MS)
    })
  })

  it('is at the hour of the digest, unless that is quiet', () => {
    holds(instants, zones, (now, timing, zone) => {
      const open = { ...timing, mail: 'DIGEST' as const, quietFrom: '00:00', quietUntil: '00:00' }
      const due = mailDueAt(now, open, zone)!
      const reads = clock(due, zone)
      // Skipped by a change of clocks, the hour is read one later, or half of one.
      const skipped = [`${two((timing.digestHour + 1) % 24)}:00`, `${two(timing.digestHour)}:30`]
      if (reads !== `${two(timing.digestHour)}:00`) expect(skipped).toContain(reads)
      expect(due.getTime() - now.getTime()).toBeLessThanOrEqual(1.2 * DAY_MS)
    })
  })

  it('is the same for everything that one digest or one quiet night gathers', () => {
    holds(instants, zones, (now, timing, zone) => {
      const due = mailDueAt(now, timing, zone)
      if (!due || due.getTime() === now.getTime()) return
      const later = new Date((now.getTime() + due.getTime()) / 2)
      const between = mailDueAt(later, timing, zone)!
      if (timing.mail === 'DIGEST' || isQuiet(later, timing, zone))
        expect(between.getTime()).toBeGreaterThanOrEqual(due.getTime())
      expect(mailDueAt(new Date(now.getTime()), timing, zone)).toEqual(due)
    })
  })
})

describe('when a mail is due', () => {
  const timing: MailTiming = { mail: 'AT_ONCE', digestHour: 8, quietFrom: '21:00', quietUntil: '07:00' }
  const due = (now: string, changed: Partial<MailTiming> = {}) =>
    mailDueAt(new Date(now), { ...timing, ...changed }, 'America/New_York')?.toISOString()

  it('waits for seven in the morning, also in the nights of 23 and 25 hours', () => {
    expect(due('2026-03-08T04:00:00Z')).toBe('2026-03-08T11:00:00.000Z')
    expect(due('2026-11-01T04:00:00Z')).toBe('2026-11-01T12:00:00.000Z')
  })

  it('ends quiet hours that end in the skipped hour as late as the clock was put forward', () => {
    expect(due('2026-03-08T05:00:00Z', { quietUntil: '02:30' })).toBe('2026-03-08T07:30:00.000Z')
  })

  it('takes the first of an hour that comes twice', () => {
    const digest = { mail: 'DIGEST', digestHour: 1, quietFrom: '00:00', quietUntil: '00:00' } as const
    expect(due('2026-11-01T04:30:00Z', digest)).toBe('2026-11-01T05:00:00.000Z')
  })

  it('refuses hours and times that no clock reads', () => {
    const refused = validateMailTiming({ ...timing, digestHour: 24, quietFrom: '24:00', quietUntil: '7:00' })
    expect(refused.map(({ field }) => field)).toEqual(['digestHour', 'quietFrom', 'quietUntil'])
    expect(validateMailTiming(timing)).toEqual([])
  })
})
