import { describe, expect, it } from 'vitest'
import { hasFailedToRender } from '../../../web/src/app/failed-render.ts'

const numbered = (code: string): string => `https://vuejs.org/error-reference/#runtime-${code}`

describe('a page is taken away only where it could not be drawn', () => {
  it.each(['setup function', 'render function', 'component update', ...['0', '1', '15'].map(numbered)])(
    '%s: it could not',
    (info) => {
      expect(hasFailedToRender(info)).toBe(true)
    },
  )
  it.each([
    'native event handler',
    'component event handler',
    'watcher callback',
    'mounted hook',
    'async component loader',
    ...['2', '3', '5', '6', '13', 'm', 'um'].map(numbered),
  ])('%s: what stands there stays', (info) => {
    expect(hasFailedToRender(info)).toBe(false)
  })
})
