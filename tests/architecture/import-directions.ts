// Who may import whom. A wrong import answers with the sentence that it breaks.
import type { Import } from './sources.ts'

/** What a feature may use of other features, besides itself; the same in the API and in the web app. */
const FEATURES: Record<string, readonly string[]> = {
  language: [],
  people: ['language'],
  supervision: ['people', 'language'],
  wellness: ['people', 'supervision', 'language'],
  certification: ['people', 'supervision', 'language'],
  drift: ['people', 'supervision', 'certification', 'language'],
  notifications: ['people'],
  audit: ['people'],
  imports: ['people', 'certification'],
  integrations: ['people'],
}
/** These show or make what all the others hold; none of them may import these. */
const READS_ALL = ['reports', 'demo', 'my-data']
const CALLABLE_FROM_ALL = ['notifications', 'audit']
/** What is called from all, beside entities and services. */
const CALLED_FROM_ALL = ['api/src/notifications/notify.ts']
/** The ground floor of each half: it knows no feature. */
const GROUND_OF_API = ['server', 'database']

/** In a feature of the API the direction is resolver → service → policy → entity. */
const LAYERS = ['entity', 'policy', 'service', 'resolver']

export function wrongImport(from: string, { target, typeOnly }: Import): string | undefined {
  const [area] = from.split('/')
  if (area === 'shared' && !target.startsWith('shared/')) return 'shared imports nothing but itself'
  if (area === 'migrations' && !(target === 'typeorm' && typeOnly))
    return 'a migration imports only types of typeorm'
  if (area === 'api' && /^(web|tests|migrations)\//.test(target)) return 'api imports only shared'
  if (area === 'web') return wrongWebImport(from, target)
  if (area === 'api') return wrongApiImport(from, target)
  if (area === 'tests') return wrongTestImport(from, target)
  return undefined
}

function wrongWebImport(from: string, target: string): string | undefined {
  if (/^(api|tests|migrations)\//.test(target) || target.startsWith('node:')) {
    return 'web imports only shared, and the API through its schema'
  }
  const [here, there] = [folderOf(from), folderOf(target)]
  if (!here || !there || here === there || there === 'generated') return undefined
  if (here === 'ui') return 'ui knows no feature and not the app'
  if (there === 'ui' || there === 'app') return undefined
  if (here === 'app') return 'the app finds features through routes and slots'
  return wrongOrder(here, there)
}

function wrongApiImport(from: string, target: string): string | undefined {
  const [here, there] = [folderOf(from), folderOf(target)]
  if (there === 'app' && here && here !== 'app') return 'only main.ts and admin.ts import the app'
  if (!there || !here || here === 'app') return undefined
  if (roleOf(target) === 'resolver') return 'only app/schema.ts imports a resolver'
  if (here === there) return wrongLayer(from, target)
  if (GROUND_OF_API.includes(there)) return undefined
  if (GROUND_OF_API.includes(here)) return 'server and database know no feature'
  const wrong = wrongOrder(here, there)
  if (wrong) return wrong
  if (CALLED_FROM_ALL.includes(target) || READS_ALL.includes(here)) return undefined
  if (['entity', 'service', 'types'].includes(roleOf(target))) return undefined
  return 'a feature shows others only its entities, services and types'
}

/** What stands beside the tests supports them, and knows none of them. */
function wrongTestImport(from: string, target: string): string | undefined {
  if (/\.test\.ts$/.test(target)) return 'a test is imported by nobody'
  const support = /^tests\/support\//
  return support.test(from) && target.startsWith('tests/') && !support.test(target)
    ? 'support knows no feature of the tests'
    : undefined
}

function wrongOrder(here: string, there: string): string | undefined {
  if (!isKnown(here) || !isKnown(there)) return 'this feature has no place yet in the order of features'
  return mayUse(here, there) ? undefined : `${here} comes before ${there}`
}

function wrongLayer(from: string, target: string): string | undefined {
  const [above, below] = [LAYERS.indexOf(roleOf(from)), LAYERS.indexOf(roleOf(target))]
  if (above === -1 || below <= above) return undefined
  return `${roleOf(from)} does not import ${roleOf(target)}`
}

function mayUse(here: string, there: string): boolean {
  if (READS_ALL.includes(here)) return true
  return CALLABLE_FROM_ALL.includes(there) || (FEATURES[here] ?? []).includes(there)
}

const isKnown = (feature: string): boolean => feature in FEATURES || READS_ALL.includes(feature)
const folderOf = (path: string): string | undefined => /^(?:api|web)\/src\/([^/]+)\/.+/.exec(path)?.[1]
const roleOf = (path: string): string => /\.([a-z]+)\.ts$/.exec(path)?.[1] ?? ''
