import { isIP, isIPv6 } from 'node:net'
import { join, resolve } from 'node:path'

/** Thrown with one clear line; the start ends with it. */
export class EnvironmentError extends Error {}

/** The settings of a running server, read once from environment variables. */
export interface Environment {
  readonly port: number
  readonly host: string
  /** The application role's connection; null: the embedded PostgreSQL. */
  readonly databaseUrl: string | null
  /** The owner's connection, used for migrations and nothing else. */
  readonly migrationDatabaseUrl: string | null
  readonly dataDirectory: string
  readonly isDemo: boolean
  /** Allows a schema that a later release has changed. */
  readonly allowsNewerSchema: boolean
  /** Production: only known operations, no introspection, secure cookies. */
  readonly isProduction: boolean
  readonly isSecure: boolean
  /** An origin, without a slash at its end: a path with its slash is appended as it is. */
  readonly publicUrl: string
  /** The proxies whose X-Forwarded-For header is trusted; empty if none is. */
  readonly trustedProxies: readonly string[]
  readonly smtpUrl: string | null
  readonly mailFrom: string
  /** The built web app with its list of operations; `npm run dev` names the folder of the list alone. */
  readonly webDirectory: string
  readonly logLevel: string
  /** null: standard output. With the embedded database the console is for the person who started it. */
  readonly logFile: string | null
}

export function readEnvironment(variables: NodeJS.ProcessEnv, root: string): Environment {
  const port = Number(variables['PORT'] ?? 4000)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new EnvironmentError(`PORT must be a whole number from 1 to 65535, not "${variables['PORT']}".`)
  }
  const databaseUrl = urlOf(variables, 'DATABASE_URL')
  const migrationDatabaseUrl = urlOf(variables, 'MIGRATION_DATABASE_URL')
  if (databaseUrl && !migrationDatabaseUrl) {
    throw new EnvironmentError('DATABASE_URL is set, so MIGRATION_DATABASE_URL (the owner) is needed too.')
  }
  const isProduction = variables['NODE_ENV'] === 'production'
  const publicUrl = publicUrlOf(variables, port)
  const isDemo = isDemoWanted(variables, { byDefault: databaseUrl === null })
  if (isProduction && isDemo) {
    throw new EnvironmentError(
      'NODE_ENV=production does not serve the demo organizations, whose password is published: set DATABASE_URL, or ALONGSIDE_DEMO=0.',
    )
  }
  const dataDirectory = resolve(root, variables['ALONGSIDE_DATA'] ?? '.data')
  return {
    port,
    host: variables['HOST'] ?? (databaseUrl ? '0.0.0.0' : '127.0.0.1'),
    databaseUrl,
    migrationDatabaseUrl,
    dataDirectory,
    isDemo,
    allowsNewerSchema: variables['ALONGSIDE_ALLOW_NEWER_SCHEMA'] === '1',
    isProduction,
    isSecure: publicUrl.startsWith('https://'),
    publicUrl,
    trustedProxies: proxiesOf(variables['TRUSTED_PROXY'] ?? ''),
    smtpUrl: urlOf(variables, 'SMTP_URL'),
    mailFrom: variables['MAIL_FROM'] ?? 'Alongside <no-reply@localhost>',
    webDirectory: resolve(root, variables['ALONGSIDE_WEB'] ?? 'web/dist'),
    logLevel: variables['LOG_LEVEL'] ?? 'info',
    logFile: databaseUrl ? null : join(dataDirectory, 'alongside.log'),
  }
}

/** Loopback addresses, on which browsers allow secure features without TLS. */
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

export function isLoopback(url: URL): boolean {
  return LOOPBACK.has(url.hostname) || url.hostname.endsWith('.localhost')
}

/**
 * The origin that people use. Elsewhere than on this machine it must be https: a browser gives a page neither the
 * `Secure` cookie nor `crypto.randomUUID` without TLS.
 */
function publicUrlOf(variables: NodeJS.ProcessEnv, port: number): string {
  const given = urlOf(variables, 'PUBLIC_URL')
  if (given === null) return `http://localhost:${port}`
  const url = new URL(given)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url)))
    throw new EnvironmentError('PUBLIC_URL must begin with https://, unless its host is localhost.')
  if (!/^\/*$/.test(url.pathname) || url.search !== '' || url.hash !== '' || url.username !== '')
    throw new EnvironmentError(
      'PUBLIC_URL must be an origin such as https://alongside.example.org, with nothing after the host and port.',
    )
  return url.origin
}

function isDemoWanted(variables: NodeJS.ProcessEnv, { byDefault }: { byDefault: boolean }): boolean {
  const wanted = variables['ALONGSIDE_DEMO'] ?? ''
  if (!['', '0', '1'].includes(wanted)) throw new EnvironmentError('ALONGSIDE_DEMO must be 0 or 1.')
  return wanted === '' ? byDefault : wanted === '1'
}
/** Anyone can send X-Forwarded-For, so a proxy is trusted by its address only. */
function proxiesOf(list: string): string[] {
  const proxies = list
    .split(',')
    .map((proxy) => proxy.trim())
    .filter((proxy) => proxy !== '')
  for (const proxy of proxies) {
    const [address = '', size, ...more] = proxy.split('/')
    const isNetwork =
      size === undefined || (/^\d{1,3}$/.test(size) && Number(size) <= (isIPv6(address) ? 128 : 32))
    if (PROXY_NAMES.has(proxy) || (isIP(address) > 0 && isNetwork && more.length === 0)) continue
    throw new EnvironmentError(
      `TRUSTED_PROXY has addresses or networks such as 10.0.0.5 or 10.0.0.0/24, with commas between, not "${proxy}".`,
    )
  }
  return proxies
}
/** Fastify's own names for networks. */
const PROXY_NAMES = new Set(['loopback', 'linklocal', 'uniquelocal'])

function urlOf(variables: NodeJS.ProcessEnv, name: string): string | null {
  const value = variables[name]
  if (value === undefined || value === '') return null
  if (!URL.canParse(value)) throw new EnvironmentError(`${name} is not a URL.`)
  return value
}
