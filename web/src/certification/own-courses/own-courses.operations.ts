import { graphql } from '../../generated/gql.ts'

export const ownCourseValues = graphql(`
  fragment OwnCourseValues on EarnedHours {
    activityId
    courseId
    title
    provider
    startsOn
    heldOn
    hours
    unit
    categories
    deliveryMode
    earnedBy
    approvedBy
    contents
    onlyFor
    recordedAt
    voidedAt
    origin
    review {
      state
      reason
      reviewedBy {
        displayName
      }
      reviewedAt
    }
    evidence {
      ...EvidenceValues
    }
  }
`)

/** Once for all certifications: the courses are the peer's. */
export const myCoursesQuery = graphql(`
  query MyCourses {
    myCertifications(first: 1) {
      edges {
        node {
          id
          earnedHours {
            ...OwnCourseValues
          }
          voidedHours {
            ...OwnCourseValues
          }
        }
      }
    }
  }
`)

export const myPlannedCoursesQuery = graphql(`
  query MyPlannedCourses($first: Int!) {
    myPlannedCourses(first: $first) {
      edges {
        node {
          id
          title
          heldOn
          hours
          unit
          categories
          isOver
        }
      }
    }
  }
`)

export const ownCourseQuestionsQuery = graphql(`
  query OwnCourseQuestions($course: CourseInput!) {
    ownCourseQuestions(course: $course) {
      alreadyRecorded {
        title
        heldOn
      }
      withoutEffect {
        certification {
          credential {
            abbreviation
            state
          }
        }
        cause
        cycleEndsOn
      }
    }
  }
`)

export const addOwnCourseMutation = graphql(`
  mutation AddOwnCourse($input: AddOwnCourseInput!) {
    addOwnCourse(input: $input) {
      replayed
    }
  }
`)

export const correctOwnCourseMutation = graphql(`
  mutation CorrectOwnCourse($input: CorrectOwnCourseInput!) {
    correctOwnCourse(input: $input) {
      replayed
    }
  }
`)

export const voidOwnCourseMutation = graphql(`
  mutation VoidOwnCourse($input: VoidOwnCourseInput!) {
    voidOwnCourse(input: $input) {
      earnedHours {
        activityId
      }
    }
  }
`)

export const createPlannedCourseMutation = graphql(`
  mutation CreatePlannedCourse($input: CreatePlannedCourseInput!) {
    createPlannedCourse(input: $input) {
      plannedCourse {
        id
      }
    }
  }
`)

export const removePlannedCourseMutation = graphql(`
  mutation RemovePlannedCourse($input: RemovePlannedCourseInput!) {
    removePlannedCourse(input: $input) {
      plannedCourseId
    }
  }
`)

export const restorePlannedCourseMutation = graphql(`
  mutation RestorePlannedCourse($input: RestorePlannedCourseInput!) {
    restorePlannedCourse(input: $input) {
      plannedCourse {
        id
      }
    }
  }
`)

export const confirmPlannedCourseMutation = graphql(`
  mutation ConfirmPlannedCourse($input: ConfirmPlannedCourseInput!) {
    confirmPlannedCourse(input: $input) {
      earnedHours {
        activityId
      }
    }
  }
`)

export const serviceHoursRecorderQuery = graphql(`
  query ServiceHoursRecorder {
    serviceHoursRecorder {
      id
      displayName
    }
  }
`)

export const requestServiceHoursMutation = graphql(`
  mutation RequestServiceHours($input: RequestServiceHoursInput!) {
    requestServiceHours(input: $input) {
      asked {
        displayName
      }
    }
  }
`)
