import { PEERS_A_PAGE } from '@alongside/shared/certification/recording/ce-hours-input'
import { ask } from '../../app/session/graphql-client.ts'
import type { CertifiablePeersQuery } from '../../generated/graphql.ts'
import { certifiablePeersQuery } from '../certification.operations.ts'

/** All peers of the organization, however many: page after page, until one is not full. */
export async function allCertifiablePeers(): Promise<CertifiablePeersQuery['certifiablePeers']> {
  const found: CertifiablePeersQuery['certifiablePeers'] = []
  for (let isFull = true; isFull;) {
    const { certifiablePeers: page } = await ask(certifiablePeersQuery, {
      after: found.at(-1)?.peerId ?? null,
    })
    found.push(...page)
    isFull = page.length >= PEERS_A_PAGE
  }
  return found
}
