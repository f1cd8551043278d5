import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { useI18n } from '#i18n'
import { useAction } from '../../app/actions/useAction.ts'
import { askPrivately } from '../../app/actions/usePasswordConfirmation.ts'
import { useSession } from '../../app/session/session.store.ts'
import type { FollowUpFactsFragment } from '../../generated/graphql.ts'
import {
  addFollowUpReaderMutation,
  followUpsOfQuery,
  myFollowUpsQuery,
  updateFollowUpMutation,
} from './follow-ups.operations.ts'

export type FollowUp = FollowUpFactsFragment
export const FOLLOW_UP_LISTS = ['follow-ups', 'my-due-follow-ups']
/** The open ones come first: a hundred show all of them, and the latest that were closed. */
const SHOWN = 100

async function followUpsOf(peerId: string | null, onlyOpen: boolean): Promise<FollowUp[]> {
  if (peerId === null) {
    const { myFollowUps } = await askPrivately(myFollowUpsQuery, { first: SHOWN })
    return myFollowUps.edges.map(({ node }) => node)
  }
  const answer = await askPrivately(followUpsOfQuery, { peerId, first: SHOWN, onlyOpen })
  return answer.followUpsOf.edges.map(({ node }) => node)
}

/** What came out of supervision of a peer (null: one's own), and closing it. */
export function useFollowUps(peerId: () => string | null) {
  const { t } = useI18n()
  const session = useSession()
  const { busy, run } = useAction(FOLLOW_UP_LISTS)
  const { data, error, refetch } = useQuery({
    key: () => ['follow-ups', session.me?.membershipId ?? '', peerId() ?? 'own'],
    query: () => followUpsOf(peerId(), false),
    staleTime: 0,
  })
  const all = computed(() => data.value)
  const open = computed(() => data.value?.filter(({ state }) => state === 'OPEN') ?? [])
  const closed = computed(() => data.value?.filter(({ state }) => state !== 'OPEN') ?? [])

  const send = (followUpId: string, state: FollowUp['state']) =>
    askPrivately(updateFollowUpMutation, { input: { followUpId, state } })
  function set({ id, state: before }: FollowUp, state: FollowUp['state']): Promise<unknown> {
    const done = {
      OPEN: t('supervision.follow-ups.opened'),
      DONE: t('supervision.follow-ups.done'),
      DROPPED: t('supervision.follow-ups.dropped'),
    }[state]
    return run(() => send(id, state), { done, undo: { run: () => send(id, before) } })
  }
  const passOn = ({ id, canPassOnTo: relationshipId }: FollowUp): Promise<unknown> =>
    run(
      () =>
        askPrivately(addFollowUpReaderMutation, {
          input: { followUpId: id, relationshipId: relationshipId ?? '' },
        }),
      { done: t('supervision.follow-ups.passed-on') },
    )
  return { all, open, closed, error, refetch, busy, set, passOn }
}
