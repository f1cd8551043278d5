import { graphql } from '../../generated/gql.ts'

export const MY_WEEKS = 'my-week-logs'

export const myWeekLogsQuery = graphql(`
  query MyWeekLogs($first: Int!) {
    myWeekLogs(first: $first) {
      edges {
        node {
          id
          weekStart
          revision
          onlyTotals
          metPeers
          entries {
            activity
            customName
            function
            quarterHours
            askedBy
          }
        }
      }
    }
  }
`)

export const logWeekMutation = graphql(`
  mutation LogWeek($input: LogWeekInput!) {
    logWeek(input: $input) {
      __typename
      ... on WeekLogged {
        weekLog {
          id
          weekStart
          revision
        }
      }
    }
  }
`)

export const undoWeekLogMutation = graphql(`
  mutation UndoWeekLog($input: UndoWeekLogInput!) {
    undoWeekLog(input: $input) {
      __typename
    }
  }
`)

export const peerWeekLogsQuery = graphql(`
  query PeerWeekLogs($peerId: UUID!, $first: Int!) {
    peerWeekLogs(peerId: $peerId, first: $first) {
      totalCount
      edges {
        node {
          id
          weekStart
          onlyTotals
          totals {
            function
            quarterHours
          }
          entries {
            activity
            customName
            quarterHours
            askedBy
          }
        }
      }
    }
  }
`)

export const myDriftSignalsQuery = graphql(`
  query MyDriftSignals {
    myDriftSignals {
      results {
        signal
        state
        figure
        threshold
        missing
      }
    }
  }
`)
