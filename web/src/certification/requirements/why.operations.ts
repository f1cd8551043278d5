import { graphql } from '../../generated/gql.ts'

export const subjectValues = graphql(`
  fragment SubjectValues on Requirement {
    __typename
    ... on MinimumRequirement {
      category
      within
      overlaps
    }
    ... on SponsorRequirement {
      sponsor
    }
    ... on WorkRequirement {
      practice
    }
  }
`)

export const requirementFigures = graphql(`
  fragment RequirementFigures on RequirementResult {
    __typename
    requirement {
      ...SubjectValues
    }
    ... on MeasuredRequirement {
      window {
        startsOn
        endsOn
      }
      unit
      needed
      earned
      planned
      shortBy
      carriedOver
      unconfirmed
    }
    ... on UnknownRequirement {
      why
      condition
      asked {
        amount
        unit
        per
      }
    }
    ... on ExemptRequirement {
      exemption
      requiredFrom
    }
  }
`)

export const outlookValues = graphql(`
  fragment OutlookValues on RequirementOutlook {
    requirement {
      ...SubjectValues
    }
    unit
    perYearAtPace
    metOn
    openNow
    dueBy
    missed
    projectedShortBy
  }
`)

export const reasonValues = graphql(`
  fragment ReasonValues on StatusReason {
    __typename
    kind
    ... on NotIssuedYetReason {
      issuedOn
    }
    ... on StatusRecordedReason {
      status
      startsOn
      endsOn
    }
    ... on ExpiredReason {
      expiredOn
      untilOn
      late {
        status
        feeUsd
        again
        owesMissedYears
      }
    }
    ... on ShortAtThisPaceReason {
      cycleEndsOn
      shortfall {
        ...OutlookValues
      }
    }
    ... on RenewalOpenReason {
      opensOn
      closesOn
      basis
      sendByOn
    }
    ... on ExtendedReason {
      extendedUntil
    }
    ... on InForceReason {
      expiresOn
    }
    ... on RenewalMayBeOpenReason {
      opensOn
    }
    ... on EndNotKnownReason {
      endsOn
    }
    ... on EndedByRuleReason {
      endedOn
      late {
        status
        feeUsd
        again
        owesMissedYears
      }
      untilOn
    }
  }
`)

export const limitValues = graphql(`
  fragment LimitValues on CreditLimit {
    __typename
    kind
    ... on DeliveryHoursLimit {
      modes
      hours
    }
    ... on DeliveryShareLimit {
      modes
      percent
    }
    ... on DeliveryCategoryLimit {
      category
      modes
    }
    ... on EarnedByLimit {
      earnedBy
    }
    ... on EarnedByHoursLimit {
      earnedBy
      hours
    }
    ... on EarnedByShareLimit {
      earnedBy
      percent
    }
    ... on SponsorLimit {
      sponsor
      hours
    }
    ... on ApprovedOnlyLimit {
      sponsor
      modes
      petition
      feeUsdPerHour
    }
    ... on ContentLimit {
      contents
    }
    ... on CategoryLimit {
      category
      hours
    }
  }
`)

export const countReasonValues = graphql(`
  fragment CountReasonValues on CountReason {
    __typename
    kind
    ... on OutsideWindowReason {
      window {
        startsOn
        endsOn
      }
    }
    ... on SameCourseReason {
      counts
    }
    ... on UnitNotConvertedReason {
      unit
    }
    ... on LimitReason {
      limit {
        ...LimitValues
      }
    }
  }
`)

export const appliedRuleValues = graphql(`
  fragment AppliedRuleValues on RenewalRule {
    version
    reason
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
  fragment BehindTheFigures on Certification {
    id
    number
    issuedOn
    status
    expiresOn
    endsAloneOn
    daysLeft
    nextChangeOn
    nextStep {
      ...NextStepValues
    }
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
    explained {
      result {
        ...RequirementFigures
      }
      per
      everyMonths
      onlyIf
      outlook {
        ...OutlookValues
      }
      credits {
        activityId
        counted
        reasons {
          ...CountReasonValues
        }
      }
    }
    renewalPath {
      ...RenewalPathValues
    }
    remindersPausedUntil
    rule {
      ...AppliedRuleValues
    }
    earnedHours {
      ...HoursValues
    }
    voidedHours {
      ...HoursValues
    }
  }
`)
export const hoursValues = graphql(`
  fragment HoursValues on EarnedHours {
    activityId
    courseId
    title
    provider
    heldOn
    hours
    unit
    categories
    deliveryMode
    earnedBy
    onlyFor
    recordedAt
    voidedAt
    voidedBy {
      displayName
    }
    review {
      state
    }
    evidence {
      ...EvidenceValues
    }
  }
`)
