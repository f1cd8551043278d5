import { graphql } from '../../generated/gql.ts'

export const agendaItemFacts = graphql(`
  fragment AgendaItemFacts on AgendaItem {
    id
    type
    text
    isPrivate
    isCurrent
    canRemove
    writtenOn
    writtenBy {
      id
      displayName
    }
    supervisor {
      id
      displayName
    }
  }
`)

export const myAgendaQuery = graphql(`
  query MyAgenda($first: Int!) {
    myAgenda(first: $first) {
      edges {
        node {
          ...AgendaItemFacts
        }
      }
    }
  }
`)

export const agendaOfQuery = graphql(`
  query AgendaOf($peerId: UUID!, $first: Int!) {
    agendaOf(peerId: $peerId, first: $first) {
      edges {
        node {
          ...AgendaItemFacts
        }
      }
    }
  }
`)

export const createAgendaItemMutation = graphql(`
  mutation CreateAgendaItem($input: CreateAgendaItemInput!) {
    createAgendaItem(input: $input) {
      agendaItem {
        id
      }
    }
  }
`)

export const removeAgendaItemMutation = graphql(`
  mutation RemoveAgendaItem($input: RemoveAgendaItemInput!) {
    removeAgendaItem(input: $input) {
      agendaItem {
        id
      }
    }
  }
`)

export const debriefPromptsQuery = graphql(`
  query DebriefPrompts($peerId: UUID) {
    debriefPrompts(peerId: $peerId)
  }
`)
