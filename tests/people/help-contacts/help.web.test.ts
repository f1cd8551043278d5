import { mount } from '@vue/test-utils'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { i18n, useLanguage } from '../../../web/src/app/i18n/words.ts'
import { installPlugins } from '../../../web/src/app/plugins.ts'
import HelpPage from '../../../web/src/people/help-contacts/HelpPage.vue'
import en from '../../../web/src/people/sign-in/words.en.json' with { type: 'json' }
import es from '../../../web/src/people/sign-in/words.es.json' with { type: 'json' }

describe('the help page', () => {
  beforeAll(() => {
    i18n.global.mergeLocaleMessage('en', { people: { 'sign-in': en } })
    i18n.global.mergeLocaleMessage('es-US', { people: { 'sign-in': es } })
  })
  afterEach(() => useLanguage('en'))

  it.each([
    ['en', 'Text 988', 'sms:988'],
    ['es', 'Enviar AYUDA al 988', 'sms:988?&body=AYUDA'],
  ] as const)('writes to 988 in the language of the reader: %s', async (language, label, href) => {
    await useLanguage(language)
    const page = mount(HelpPage, { global: { plugins: [installPlugins] } })
    const link = page.findAll('a').find((each) => each.text() === label)
    expect(link?.attributes('href')).toBe(href)
  })
})
