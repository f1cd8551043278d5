// Who may import whom. A wrong import answers with the sentence that it breaks.
import type { Import } from './sources.ts'

/** What a feature may use of other features, besides itself. */
const FEATURES: Record<string, readonly string[]> = {
  people: [],
  supervision: ['people'],
  wellness: ['people', 'supervision'],
  certification: ['people', 'supervision'],
  drift: ['people', 'supervision', 'certification'],
  notifications: ['people'],
  audit: ['people'],
  imports: ['people'],
  integrations: ['people'],
}
/** These show or make what all the others hold; none of them may import these. */
const READS_ALL = ['dashboard', 'reports', 'demo', 'my-data']
const CALLABLE_FROM_ALL = ['notifications', 'audit']
/** What is called from all, beside entities and services. */
const CALLED_FROM_ALL = ['api/src/notifications/notify.ts']

/** The places where transport and database list what the features bring. */
const LISTS_OF_FEATURES = [
  'api/src/app/schema.ts',
  'api/src/app/file-endpoints.ts',
  'api/src/app/entities.ts',
]

/** In a feature the direction is resolver → service → policy → entity. */
const LAYERS = ['entity', 'policy', 'service', 'resolver']

export function wrongImport(from: string, { target, typeOnly }: Import): string | undefined {
  const [area] = from.split('/')
  if (area === 'shared' && !target.startsWith('shared/')) return 'shared imports nothing but itself'
  if (area === 'migrations' && !(target === 'typeorm' && typeOnly))
    return 'a migration imports only types of typeorm'
  if (area === 'api' && /^(web|tests|migrations)\//.test(target)) return 'api imports only shared'
  if (area === 'web') return wrongWebImport(from, target)
  if (area === 'api') return wrongApiImport(from, target)
  return undefined
}

function wrongWebImport(from: string, target: string): string | undefined {
  if (/^(api|tests|migrations)\//.test(target) || target.startsWith('node:')) {
    return 'web imports only shared, and the API through its schema'
  }
  const ours = /^web\/src\/([^/]+)\//.exec(target)?.[1]
  if (from.startsWith('web/src/ui/') && ours && ours !== 'ui') return 'ui knows no feature and not the app'
  return undefined
}

function wrongApiImport(from: string, target: string): string | undefined {
  const [here, there] = [folderOf(from), folderOf(target)]
  if (!there || !here) return undefined
  if (roleOf(target) === 'resolver' && from !== 'api/src/app/schema.ts') {
    return 'only build-schema imports a resolver'
  }
  if (here === there) return wrongLayer(from, target)
  if (isFoundation(there)) return undefined
  if (isFoundation(here)) {
    return LISTS_OF_FEATURES.includes(from) ? undefined : 'server and database know no feature'
  }
  if (!isKnown(here) || !isKnown(there)) return 'this feature has no place yet in the order of features'
  if (!mayUse(here, there)) return `${here} comes before ${there}`
  if (CALLED_FROM_ALL.includes(target)) return undefined
  if (READS_ALL.includes(here) || ['entity', 'service'].includes(roleOf(target))) return undefined
  return 'a feature shows others only its entities and services'
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
const isFoundation = (folder: string): boolean => folder === 'server' || folder === 'database'
const folderOf = (path: string): string | undefined => /^api\/src\/([^/]+)\/.+/.exec(path)?.[1]
const roleOf = (path: string): string => /\.([a-z]+)\.ts$/.exec(path)?.[1] ?? ''
