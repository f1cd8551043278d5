import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { i18n, useI18n } from '../../web/src/app/i18n/translate.ts'

describe('the words of a page', () => {
  const { t, te, tm, locale } = useI18n()
  const shown = (key: string, values = {}) => mount({ render: () => t(key, values) })
  beforeAll(() => {
    i18n.global.mergeLocaleMessage('en', {
      made: { up: 'Hello, {name}', hours: '{count} hour | {count} hours', left: 'none | one | {n} left' },
    })
    i18n.global.mergeLocaleMessage('es-US', { made: { up: 'Hola, {name}' } })
  })
  afterEach(() => (locale.value = 'en'))

  it('have their names filled in, and follow the language of the page', async () => {
    const page = shown('made.up', { name: 'Grace' })
    expect(page.text()).toBe('Hello, Grace')
    locale.value = 'es-US'
    await flushPromises()
    expect(page.text()).toBe('Hola, Grace')
  })

  it('follow words that come later, and keep those that are there', async () => {
    const page = shown('made.later')
    expect(page.text()).toBe('made.later')
    i18n.global.mergeLocaleMessage('en', { made: { later: 'Here now' } })
    await flushPromises()
    expect(page.text()).toBe('Here now')
    expect(te('made.up')).toBe(true)
    expect(Object.keys(tm('made'))).toEqual(['up', 'hours', 'left', 'later'])
  })

  it.each([
    [1, '1 hour'],
    [2, '2 hours'],
    [0, '0 hours'],
    [0.5, '0.5 hours'],
  ])('choose one or many by the number %s', (number, expected) => {
    expect(t('made.hours', number)).toBe(expected)
    expect(t('made.hours', { count: String(number) }, number)).toBe(expected)
    expect(t('made.hours', { count: number })).toBe(expected)
  })

  it.each([
    [0, 'none'],
    [1, 'one'],
    [7, '7 left'],
  ])('choose none, one or many by the number %s', (number, expected) => {
    expect(t('made.left', number)).toBe(expected)
  })

  it('are no words where the key is unknown or names a folder', () => {
    expect(t('made')).toBe('made')
    expect(te('made')).toBe(false)
    expect(tm('nothing.here')).toEqual({})
  })
})
