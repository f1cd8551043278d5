import { afterEach, describe, expect, it } from 'vitest'
import { mount } from '@vue/test-utils'
import { installPlugins } from '../../../web/src/app/plugins.ts'
import { loadWords, useLanguage } from '../../../web/src/app/i18n/words.ts'
import HelpPage from '../../../web/src/people/help-contacts/HelpPage.vue'

describe('the help page', () => {
  afterEach(() => useLanguage('en'))

  it.each([
    ['en', 'Text 988', 'sms:988'],
    ['es', 'Enviar AYUDA al 988', 'sms:988?&body=AYUDA'],
  ] as const)('writes to 988 in the language of the reader: %s', async (language, label, href) => {
    await loadWords('people/sign-in')
    await useLanguage(language)
    const page = mount(HelpPage, { global: { plugins: [installPlugins] } })
    const link = page.findAll('a').find((each) => each.text() === label)
    expect(link?.attributes('href')).toBe(href)
  })
})
