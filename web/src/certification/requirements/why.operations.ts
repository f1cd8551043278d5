import { graphql } from '../../generated/gql.ts'

export const requirementFigures = graphql(`
  fragment RequirementFigures on RenewalRequirement {
    kind
    state
    category
    within
    overlaps
    sponsor
    practice
    unit
    needed
    earned
    planned
    shortBy
    carriedOver
    countsFrom
    countsUntil
    unknown
    condition
    exemption
    requiredFrom
  }
`)

export const reasonValues = graphql(`
  fragment ReasonValues on StatusReason {
    kind
    fromOn
    untilOn
    status
    lateStatus
    requirement
    category
    sponsor
    practice
    unit
    shortBy
    missed
    projectedShortBy
    perYearAtPace
    readFromBoard
    sendByOn
    feeUsd
    again
    owesMissedYears
  }
`)

export const countReasonValues = graphql(`
  fragment CountReasonValues on CountReason {
    kind
    countsFrom
    countsUntil
    sameCourse
    unit
    limit {
      kind
      modes
      category
      earnedBy
      contents
      sponsor
      hours
      percent
      petition
      feeUsdPerHour
    }
  }
`)

export const appliedRuleValues = graphql(`
  fragment AppliedRuleValues on AppliedRule {
    version
    ownReason
    effectiveFrom
    effectiveTo
    effectWasRead
    provenance {
      url
      title
      date
      confidence
      readOn
    }
  }
`)

/** One certification with what stands behind each of its figures. */
export const behindTheFigures = graphql(`
  fragment BehindTheFigures on RenewalInFull {
    certificationId
    number
    issuedOn
    status
    expiresOn
    endsAloneOn
    daysLeft
    nextChangeOn
    reasons {
      ...ReasonValues
    }
    unknowns {
      kind
      why
    }
    cycle {
      startsOn
      endsOn
    }
    requirements {
      ...RequirementFigures
    }
    explained {
      per
      everyMonths
      onlyIf
      perYearAtPace
      metOn
      openNow
      dueBy
      missed
      projectedShortBy
      credits {
        activityId
        counted
        reasons {
          ...CountReasonValues
        }
      }
    }
    rule {
      ...AppliedRuleValues
    }
    earnedHours {
      activityId
      title
      provider
      heldOn
      hours
      unit
      categories
      deliveryMode
      earnedBy
      onlyFor
    }
  }
`)
