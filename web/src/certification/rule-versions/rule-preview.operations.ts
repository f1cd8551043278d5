import { graphql } from '../../generated/gql.ts'

export const previewFigures = graphql(`
  fragment PreviewFigures on RuleChangePreview {
    revision
    certificationCount
    moreEffects
    nextAffectedCount
    nextAffected {
      certificationId
      peerName
      renewsOn
    }
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
