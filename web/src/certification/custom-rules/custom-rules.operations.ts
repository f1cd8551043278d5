import { graphql } from '../../generated/gql.ts'

export const ruleParts = graphql(`
  fragment RuleParts on RenewalRule {
    version
    origin
    reason
    effectiveFrom
    effectiveTo
    effectWasRead
    cycleMonths
    cycleChoices {
      months
      amount
    }
    expiry {
      shape
      month
      day
      everyYears
      anchorYear
      earlierWorkingDay
    }
    firstCertificate {
      months
      extensionMonths
    }
    newHolders {
      kind
      months
      unless
      steps {
        monthsLeftAtLeast
        amount
      }
    }
    total {
      amount
      unit
      per
      yearKind
      insteadIf
      insteadAmount
    }
    minimums {
      category
      amount
      unit
      within
      overlaps
      everyMonths
      once
      onlyIf
    }
    practice {
      kind
      amount
      unit
      per
      longCount
      longMinutes
    }
    papers
    proof {
      how
      keepYears
      mustShow
      audit
    }
    limits {
      ...LimitValues
    }
    conversions {
      from
      hours
    }
    maxCarryOver
    sameProgramme
    earning {
      monthsBeforeExpiry
      endsDaysBeforeExpiry
      countsInGrace
    }
    submission {
      opensDaysBefore
      dueDaysBefore
      dueIsRequest
      countsBy
      noticesDaysBefore
    }
    late {
      withinDays
      feeUsd
      status
      needsHoursComplete
      owesMissedYears
      again
      text
    }
    together {
      withCredentials
      hours
      sameExpiry
      needsOneOf
      furtherFeeUsd
    }
    exceptions {
      kind
      due {
        from
        to
      }
      onlyIf
      text
      ... on DateExtension {
        days
      }
    }
    closedToNewHolders
    feeUsd
    otherReadings {
      ...ReadingValues
    }
    provenance {
      url
      title
      date
      confidence
      readOn
    }
    unread {
      kind
      category
      text
      figures {
        name
        value
      }
    }
  }
`)

export const readingValues = graphql(`
  fragment ReadingValues on OtherReading {
    says {
      __typename
      ... on ReadingCycle {
        months
      }
      ... on ReadingTotal {
        amount
        unit
        per
      }
      ... on ReadingMinimum {
        category
        amount
      }
      ... on ReadingCommonDate {
        month
        day
      }
      ... on ReadingFee {
        usd
      }
      ... on ReadingOnlineMost {
        hours
      }
    }
    source {
      url
      title
      date
      readOn
    }
  }
`)

export const credentialRulesQuery = graphql(`
  query CredentialRules($id: ID!) {
    credential(credentialId: $id) {
      id
      hints {
        ...ReadingValues
      }
      name
      abbreviation
      state
      isOwn
      rule {
        version
      }
      rules {
        ...RuleParts
      }
    }
  }
`)

export const customRuleVersionsQuery = graphql(`
  query CustomRuleVersions($id: ID!, $first: Int!, $after: String) {
    customRuleVersions(credentialId: $id, first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          revision
          publishedAt
          publishedBy {
            displayName
          }
          rule {
            version
            effectiveFrom
            effectiveTo
            reason
          }
          withdrawal {
            countsUntil
          }
          ends {
            countsUntil
            isUndone
            reason
            withdrawnAt
            withdrawnBy {
              displayName
            }
          }
        }
      }
    }
  }
`)

export const previewRuleChangeQuery = graphql(`
  query PreviewRuleChange($input: RuleChangeInput!) {
    previewRuleChange(input: $input) {
      ...PreviewFigures
    }
  }
`)

export const previewRuleWithdrawalQuery = graphql(`
  query PreviewRuleWithdrawal($input: RuleWithdrawalInput!) {
    previewRuleWithdrawal(input: $input) {
      ...PreviewFigures
    }
  }
`)

export const publishRuleVersionMutation = graphql(`
  mutation PublishRuleVersion($input: PublishRuleVersionInput!) {
    publishRuleVersion(input: $input) {
      __typename
    }
  }
`)

export const withdrawRuleVersionMutation = graphql(`
  mutation WithdrawRuleVersion($input: WithdrawRuleVersionInput!) {
    withdrawRuleVersion(input: $input) {
      __typename
    }
  }
`)
