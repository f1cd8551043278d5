import { describe, expect, it } from 'vitest'
import { nextTick, ref, shallowRef } from 'vue'
import { useProposal } from '../../../web/src/drift/role-proposal/useProposal.ts'

// A version that is proposed: how its rows begin, and that they stay where they are.

type Sources = Parameters<typeof useProposal>[0]
type Asked = Sources['asked']['value']

const asked = (...keys: string[]) =>
  keys.map((key) => ({
    ...{ key, name: null, group: 'SERVICES', function: 'ERRAND' },
    ...{ catalogueFunction: 'ERRAND', isArchived: false },
  })) as unknown as Asked
const KEYS = ['SOCIALIZING', 'FINDING_HOUSING', 'GOING_TO_COURT', 'GIVING_DRUG_TEST', 'ANSWERING_PHONES']
const line = (activity: string) => ({ activity, answer: 'PART_OF_ROLE', doneBy: null })

function proposal(inForce: object | null, described: string[] = []) {
  const sources = {
    role: ref(undefined),
    comparison: ref({
      sharedLines: [line('SOCIALIZING')],
      activities: [
        { activity: 'ANSWERING_PHONES', differsIn: ['PART_OF_ROLE'] },
        { activity: 'SOCIALIZING', differsIn: [] },
      ],
    }),
    asked: shallowRef(asked()),
    described: ref(described),
  }
  const made = useProposal(sources as unknown as Sources)
  const load = async () => {
    sources.role.value = { inForce } as never
    sources.asked.value = asked(...KEYS)
    await nextTick()
  }
  return { ...made, load }
}

describe('the rows of a proposed role agreement', () => {
  it('begin once everything is there: what differs, what a posting names, what is open, then the rest', async () => {
    const { order, lines, load } = proposal(null, ['GIVING_DRUG_TEST'])
    expect(order.value).toEqual([])
    await load()
    expect(order.value).toEqual([
      ...['ANSWERING_PHONES', 'GIVING_DRUG_TEST', 'FINDING_HOUSING', 'GOING_TO_COURT', 'SOCIALIZING'],
    ])
    expect([...lines.keys()]).toEqual(['SOCIALIZING'])
  })

  it('stay where they are while they are answered', async () => {
    const { order, set, load } = proposal(null)
    await load()
    const before = order.value
    set('FINDING_HOUSING', { activity: 'FINDING_HOUSING', answer: 'OUTSIDE_ROLE', doneBy: null })
    await load()
    expect(order.value).toEqual(before)
  })

  it('begin with the version in force, without what was retired since', async () => {
    const retired = 'custom-00000000-0000-4000-8000-000000000002'
    const { lines, load } = proposal({ lines: [line('GOING_TO_COURT'), line(retired)] })
    await load()
    expect([...lines.keys()]).toEqual(['GOING_TO_COURT'])
  })
})
