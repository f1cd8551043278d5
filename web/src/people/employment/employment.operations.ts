import { graphql } from '../../generated/gql.ts'

export const recordLeaveMutation = graphql(`
  mutation RecordLeave($input: RecordLeaveInput!) {
    recordLeave(input: $input) {
      leavePeriod {
        id
      }
    }
  }
`)

export const updateLeaveMutation = graphql(`
  mutation UpdateLeave($input: UpdateLeaveInput!) {
    updateLeave(input: $input) {
      leavePeriod {
        id
      }
    }
  }
`)

export const voidLeaveMutation = graphql(`
  mutation VoidLeave($input: VoidLeaveInput!) {
    voidLeave(input: $input) {
      leavePeriod {
        id
      }
    }
  }
`)

export const assignTeamMutation = graphql(`
  mutation AssignTeam($input: AssignTeamInput!) {
    assignTeam(input: $input) {
      __typename
    }
  }
`)

export const endEmploymentMutation = graphql(`
  mutation EndEmployment($input: EndEmploymentInput!) {
    endEmployment(input: $input) {
      __typename
    }
  }
`)

export const cancelDepartureMutation = graphql(`
  mutation CancelDeparture($input: CancelDepartureInput!) {
    cancelDeparture(input: $input) {
      __typename
    }
  }
`)

export const rehirePeerMutation = graphql(`
  mutation RehirePeer($input: RehirePeerInput!) {
    rehirePeer(input: $input) {
      __typename
    }
  }
`)

export const cancelRehireMutation = graphql(`
  mutation CancelRehire($input: CancelRehireInput!) {
    cancelRehire(input: $input) {
      __typename
    }
  }
`)
