import { copyFileSync, existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import vue from '@vitejs/plugin-vue'
import { Kind, parse } from 'graphql'
import { defineConfig, type Plugin } from 'vite'
import { precache } from './precache.ts'
import { preload } from './preload.ts'
import { wordFolders } from './word-folders.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const manifest = here('src/generated/persisted-documents.json')

/**
 * Puts each operation's hash where it is used, and whether it adds something, which is sent under a key; codegen's own
 * lookup table would carry every operation into every page.
 */
function inlineOperationHashes(): Plugin {
  let readAt = 0
  let hashByName: ReadonlyMap<string, string> = new Map()
  let keyed: ReadonlySet<string> = new Set()
  const hashOf = (name: string): string | undefined => {
    const writtenAt = statSync(manifest, { throwIfNoEntry: false })?.mtimeMs ?? 0
    if (writtenAt !== readAt) [hashByName, keyed] = [readHashes(), readKeyedInputs()]
    readAt = writtenAt
    return hashByName.get(name)
  }
  return {
    name: 'alongside-operation-hashes',
    transform(code, id) {
      if (!id.endsWith('.operations.ts')) return null
      const inlined = code.replace(/graphql\(\s*`([^`]*)`,?\s*\)/g, (_call, text: string) => {
        // Codegen has put the fragment into the operations that name it.
        if (/^\s*fragment /.test(text)) return 'undefined'
        const name = nameOf(text) ?? ''
        const hash = hashOf(name)
        if (!hash) throw new Error(`The operation ${name} in ${id} is not in the manifest: run codegen.`)
        const adds = keyed.has(/\(\$input: (\w+)/.exec(text)?.[1] ?? '') || undefined
        return JSON.stringify({ __meta__: { hash, adds } })
      })
      return { code: inlined.replace(/^import \{ graphql \}.*$/m, ''), map: null }
    },
  }
}

function readHashes(): ReadonlyMap<string, string> {
  if (!existsSync(manifest)) return new Map()
  const documents = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, string>
  return new Map(
    Object.entries(documents).flatMap(([hash, text]) => {
      const name = nameOf(text)
      return name ? [[name, hash]] : []
    }),
  )
}

/** The inputs that take an idempotency key. */
function readKeyedInputs(): ReadonlySet<string> {
  const { definitions } = parse(readFileSync(here('../api/schema.graphql'), 'utf8'))
  const keyed = definitions.flatMap((each) =>
    each.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION &&
    each.fields?.some(({ name }) => name.value === 'idempotencyKey')
      ? [each.name.value]
      : [],
  )
  return new Set(keyed)
}

const nameOf = (text: string): string | undefined => /(?:query|mutation) (\w+)/.exec(text)?.[1]

/** The API reads the list of known operations from here; it never serves the file. */
function copyOperations(): Plugin {
  return {
    name: 'alongside-operations',
    apply: 'build',
    writeBundle: ({ dir }) => copyFileSync(manifest, join(dir ?? here('dist'), 'operations.json')),
  }
}

/** What opens on a phone in the field. */
const FIRST_PAGES = /\/(TodayPage|CheckInPage|TeamPage)-/

export default defineConfig({
  root: here('.'),
  plugins: [
    vue(),
    tailwindcss(),
    inlineOperationHashes(),
    copyOperations(),
    wordFolders(here('src')),
    // Before the files are listed that a device keeps: it writes one of them.
    preload(here('src')),
    precache(here('src')),
  ],
  define: {
    __VUE_OPTIONS_API__: false,
    __VUE_PROD_DEVTOOLS__: false,
  },
  build: {
    // Every page would name all its files in the shell, which everybody loads: only where somebody waits on a phone.
    modulePreload: {
      // Every browser that we build for knows it.
      polyfill: false,
      resolveDependencies: (file, needed, { hostType }) =>
        hostType === 'html' || FIRST_PAGES.test(file) ? needed : [],
    },
    target: 'baseline-widely-available',
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'framework',
              test: /node_modules\/(@vue|vue|vue-router|pinia|@pinia)\//,
            },
            // What every page loads anyway: one file packs better than ten.
            {
              name: 'shell',
              test: /preload-helper|src\/app\/(session\/|i18n\/(words|translate|lazy-component)\.ts|router\.ts|slots\.ts|actions\/usePassword)|(HeaderButton|AccountBadge|AppOverlay|NotificationBadge)\.vue|notifications\/bell\/\w+\.ts|outbox\/(open-outbox|outbox-database)\.ts/,
            },
            // Small parts that nearly every page uses; the big ones stay with the pages that need them.
            {
              name: 'ui',
              test: /src\/ui\/(layout\/(AppButton|AppCard|AppIcon|PageHeader|icons)|form\/(AppForm|ErrorSummary|FormField|field-context|useForm)|input\/(ChoiceChips|ScaleInput|TextArea|TextInput)|feedback\/(AppToast|ErrorState|LoadingSkeleton|error-words|useProblemWords|useToast))|shared\/src\/(validation\/validation-error|calendar\/plain-date)/,
            },
            // The small parts of the check-in in one file: a phone fetches only six at a time.
            {
              name: 'wellness',
              test: /src\/wellness\/(wellness\.operations|check-in\/(useMyWeek|useTitleFocus|check-in-draft|HelpOffer)|outbox\/send-check-in|trends\/week-words)|shared\/src\/wellness\/(weekly-check-in|heavy-answers|fatigue-signs|self-care|week-tags)/,
            },
          ],
        },
      },
    },
  },
})
