import { graphql } from '../../generated/gql.ts'

export const supervisedStaffQuery = graphql(`
  query SupervisedStaff($peerId: UUID!) {
    supervisionOf(peerId: $peerId) {
      peer {
        id
        displayName
      }
    }
  }
`)
