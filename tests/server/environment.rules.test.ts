import { describe, expect, it } from 'vitest'
import { readEnvironment } from '../../api/src/server/environment.ts'

const proxiesOf = (list?: string) =>
  readEnvironment(list === undefined ? {} : { TRUSTED_PROXY: list }, '/nowhere').trustedProxies

describe('the proxies whose word is believed', () => {
  it('are nobody unless they are named', () => {
    expect(proxiesOf()).toEqual([])
    expect(proxiesOf(' ')).toEqual([])
    expect(proxiesOf('10.0.0.5, 10.1.0.0/16,fd00::/8, loopback')).toEqual([
      '10.0.0.5',
      '10.1.0.0/16',
      'fd00::/8',
      'loopback',
    ])
  })

  it.each(['true', 'proxy.example.org', '10.0.0.0/33', '10.0.0.5/', '10.0.0.0/8/8', '*'])(
    'are not %j: it does not start, and says why',
    (list) => expect(() => proxiesOf(list)).toThrow(/TRUSTED_PROXY/),
  )
})
