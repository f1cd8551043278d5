import { graphql } from '../../generated/index.ts'

export const myOrganizationsQuery = graphql(`
  query MyOrganizations {
    myOrganizations {
      id
      name
      isCurrent
    }
  }
`)

export const switchOrganizationMutation = graphql(`
  mutation SwitchOrganization($organizationId: UUID!) {
    switchOrganization(organizationId: $organizationId) {
      membershipId
    }
  }
`)
