import { describe, expect, it } from 'vitest'
import { filesOf } from '../../../web/precache.ts'
import { filesToPreload } from '../../../web/preload.ts'

type Chunk = Parameters<typeof filesOf>[0][number]
const SOURCE = new URL('../../../web/src', import.meta.url).pathname
const chunk = (fileName: string, facade: string | null, links: Partial<Chunk> = {}): Chunk =>
  ({
    fileName,
    facadeModuleId: facade && `${SOURCE}/${facade}`,
    moduleIds: facade?.endsWith('.vue') ? [`${SOURCE}/${facade}`] : [],
    imports: [],
    dynamicImports: [],
    isEntry: false,
    ...links,
  }) as unknown as Chunk

describe('the files that an own device keeps', () => {
  const chunks = [
    chunk('index.js', 'app/main.ts', {
      isEntry: true,
      imports: ['shell.js'],
      dynamicImports: ['renewals.js'],
    }),
    chunk('shell.js', null, { dynamicImports: ['check-in.js', 'renewals.js', 'help.js'] }),
    chunk('help.js', 'people/help-contacts/HelpPage.vue', { imports: ['numbers.js'] }),
    chunk('numbers.js', null),
    chunk('check-in.js', 'wellness/check-in/CheckInPage.vue', { dynamicImports: ['hints.js'] }),
    chunk('hints.js', 'language/WritingHints.vue'),
    chunk('outbox.js', 'wellness/outbox/outbox.store.ts'),
    chunk('renewals.js', 'certification/renewals/RenewalsPage.vue'),
    chunk('wellness.en.js', 'wellness/words.en.json'),
    chunk('wellness.es.js', 'wellness/words.es.json'),
    chunk('imports.en.js', 'imports/words.en.json'),
  ]
  const files = filesOf(chunks, SOURCE)

  it('are the shell, help, the check-in with its late parts, and their words in both languages', () => {
    expect(files).toEqual(
      [
        ...['check-in.js', 'help.js', 'hints.js', 'index.js', 'numbers.js', 'outbox.js', 'shell.js'],
        ...['wellness.en.js', 'wellness.es.js'],
      ].sort(),
    )
  })

  it('of which the check-in asks for its own at once, with the words of one language', () => {
    expect(filesToPreload(chunks, SOURCE, 'en')).toEqual(['check-in.js', 'wellness.en.js'])
    expect(filesToPreload(chunks, SOURCE, 'es')).toEqual(['check-in.js', 'wellness.es.js'])
  })

  it('are not the pages of the desk', () => {
    expect(files).not.toContain('renewals.js')
    expect(files).not.toContain('imports.en.js')
  })
})
