import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { asOwner } from './app/open-database.ts'
import { createOrganization, rejectInvalidOrganization } from './people/organization/create-organization.ts'
import { readEnvironment } from './server/environment.ts'
import { oneClearLine } from './server/http/start-error.ts'

// The command line of whoever runs the server: `npm run admin -- create-organization --name … --email …`.

const USAGE = `npm run admin -- create-organization --name "…" --kind RECOVERY_COMMUNITY_ORGANIZATION --state OH
  --time-zone America/New_York --email admin@example.org --display-name "…" [--locale en]`

async function main(): Promise<void> {
  const [command, ...rest] = process.argv.slice(2)
  if (command !== 'create-organization') throw new Error(`Usage: ${USAGE}`)
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    args: rest,
    options: {
      name: text,
      kind: text,
      state: text,
      'time-zone': text,
      email: text,
      'display-name': text,
      locale: text,
    },
  })
  const wanted = {
    name: values.name ?? '',
    kind: values.kind ?? '',
    homeState: values.state ?? '',
    timeZone: values['time-zone'] ?? '',
    locale: values.locale ?? 'en',
    email: values.email ?? '',
    displayName: values['display-name'] ?? '',
  }
  rejectInvalidOrganization(wanted)
  const environment = readEnvironment(process.env, join(import.meta.dirname, '../..'))
  const link = await asOwner(environment, (ownerUrl) => createOrganization(environment, ownerUrl, wanted))
  console.log(`The organization is made. Its first admin comes in by this link, within 72 hours:\n${link}`)
}

main().catch((error: unknown) => {
  console.error(oneClearLine(error))
  process.exit(1)
})
