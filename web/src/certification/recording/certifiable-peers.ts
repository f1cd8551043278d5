import { everyPage } from '../../app/lists/every-page.ts'
import { ask } from '../../app/session/graphql-client.ts'
import { certifiablePeersQuery } from '../certification.operations.ts'

/** All peers of the organization, however many. */
export const allCertifiablePeers = () =>
  everyPage(async (page) => (await ask(certifiablePeersQuery, page)).certifiablePeers)
