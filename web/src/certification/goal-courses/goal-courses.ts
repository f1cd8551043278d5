import { CeCategory } from '@alongside/shared/certification/catalogue/ce-category'
import { coursesForGoal } from '@alongside/shared/certification/course-check/courses-for-goal'
import type { GoalCoursesQuery } from '../../generated/graphql.ts'

type Goal = GoalCoursesQuery['myLearningGoals']['edges'][number]
type Certification = GoalCoursesQuery['myCertifications']['edges'][number]

/** Open goals beside what is short by topic, in hours of courses; a goal that no gap fits is left out. */
export function goalsWithCourses(goals: readonly Goal[], certifications: readonly Certification[]) {
  const short = certifications.flatMap(({ node: { id, credential, requirements } }) =>
    requirements.flatMap((line) => {
      if (!('shortBy' in line) || line.unit !== 'HOURS' || !('category' in line.requirement)) return []
      const name = credential ? `${credential.state} ${credential.abbreviation}` : ''
      const { category: code } = line.requirement
      return [{ certificationId: id, name, code, category: CeCategory[code], shortBy: line.shortBy }]
    }),
  )
  return goals
    .filter(({ node }) => node.state === 'OPEN')
    .map(({ node }) => ({ ...node, courses: coursesForGoal(node.competency, short) }))
    .filter(({ courses }) => courses.length > 0)
}
