import { describe, expect, it } from 'vitest'
import { deviceOf } from '../../../api/src/people/account/device.ts'
import { isTimeZone, TIME_ZONES_OF_THE_STATES } from '../../../shared/src/people/organization/time-zones.ts'

describe('a time zone', () => {
  it.each([...TIME_ZONES_OF_THE_STATES, 'Europe/Madrid', 'America/Argentina/Buenos_Aires', 'UTC'])(
    'may be %s',
    (zone) => expect(isTimeZone(zone)).toBe(true),
  )

  it.each([
    '',
    'EST',
    'EST5EDT',
    '+02:00',
    'america/new_york',
    'Mars/Olympus',
    `America/${'x'.repeat(80)}`,
    '../etc',
  ])('is not %j', (zone) => expect(isTimeZone(zone)).toBe(false))
})

describe('a device', () => {
  it.each([
    ['Mozilla/5.0 (Android 14; Mobile; rv:128.0) Gecko/128.0 Firefox/128.0', 'Firefox', 'Android'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
      'Safari',
      'iOS',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0',
      'Microsoft Edge',
      'Windows',
    ],
  ])('is named as its owner knows it', (userAgent, browser, system) => {
    expect(deviceOf(userAgent)).toEqual({ browser, system })
  })

  it.each([null, '', 'x', '<script>alert(1)</script>', '\u0000'.repeat(400)])(
    '%j has no name',
    (userAgent) => {
      expect(deviceOf(userAgent)).toEqual({ browser: null, system: null })
    },
  )
})
