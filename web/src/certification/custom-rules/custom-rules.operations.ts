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

export const credentialRulesQuery = graphql(`
  query CredentialRules($id: String!) {
    credential(credentialId: $id) {
      id
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
  query CustomRuleVersions($id: String!) {
    customRuleVersions(credentialId: $id) {
      id
      publishedBy
      publishedAt
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
        isTakenBack
        reason
        withdrawnBy
        withdrawnAt
      }
    }
  }
`)

export const previewFigures = graphql(`
  fragment PreviewFigures on RuleChangePreview {
    stamp
    certificationCount
    moreEffects
    counts {
      effect
      count
    }
    effects {
      certificationId
      peerName
      effect
      before {
        status
        shortBy
        unit
        needed
      }
      after {
        status
        shortBy
        unit
        needed
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
  query PreviewRuleWithdrawal($input: WithdrawRuleVersionInput!) {
    previewRuleWithdrawal(input: $input) {
      ...PreviewFigures
    }
  }
`)

export const publishRuleVersionMutation = graphql(`
  mutation PublishRuleVersion($input: RuleChangeInput!, $stamp: String!) {
    publishRuleVersion(input: $input, stamp: $stamp)
  }
`)

export const withdrawRuleVersionMutation = graphql(`
  mutation WithdrawRuleVersion($input: WithdrawRuleVersionInput!, $stamp: String!) {
    withdrawRuleVersion(input: $input, stamp: $stamp)
  }
`)

export const addCustomCredentialMutation = graphql(`
  mutation AddCustomCredential($input: AddCustomCredentialInput!) {
    addCustomCredential(input: $input)
  }
`)

export const customCredentialQuery = graphql(`
  query CustomCredential($id: String!) {
    customCredential(credentialId: $id) {
      revision
      isRetired
      isHeld
      changes {
        changedBy
        changedAt
        before {
          ...OwnNames
        }
        after {
          ...OwnNames
        }
      }
    }
  }
`)

export const ownNames = graphql(`
  fragment OwnNames on CustomCredentialNames {
    name
    abbreviation
    certifyingBody
    state
    isRetired
  }
`)

export const correctCustomCredentialMutation = graphql(`
  mutation CorrectCustomCredential($credentialId: String!, $input: CorrectCustomCredentialInput!) {
    correctCustomCredential(credentialId: $credentialId, input: $input)
  }
`)

export const retireCustomCredentialMutation = graphql(`
  mutation RetireCustomCredential($credentialId: String!, $revision: Int!, $retired: Boolean!) {
    retireCustomCredential(credentialId: $credentialId, revision: $revision, retired: $retired)
  }
`)
