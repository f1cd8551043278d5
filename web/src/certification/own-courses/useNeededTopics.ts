import { computed } from 'vue'
import { useMyCertifications } from '../my-certifications/useMyCertifications.ts'
import type { CategoryName } from '../course-check/course-values.ts'
import { isShort } from '../requirements/requirement-words.ts'

/** So many fit on a phone without a list of their own. */
const TOPICS_MOST = 8

/** The topics that the peer's renewals ask for: what is short first, by the most pressing certification. */
export function useNeededTopics() {
  const { certifications } = useMyCertifications()
  return computed<CategoryName[]>(() => {
    const lines = (certifications.value ?? []).flatMap(({ explained }) =>
      explained.flatMap(({ result }) =>
        result.requirement.__typename === 'MinimumRequirement' && result.requirement.category
          ? [{ name: result.requirement.category, short: isShort(result) }]
          : [],
      ),
    )
    const ordered = [...lines.filter(({ short }) => short), ...lines.filter(({ short }) => !short)]
    return [...new Set(ordered.map(({ name }) => name))]
      .filter((name) => name !== 'ANY')
      .slice(0, TOPICS_MOST)
  })
}
