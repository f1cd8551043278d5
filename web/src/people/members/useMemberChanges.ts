import { useQueryCache } from '@pinia/colada'
import { useI18n } from 'vue-i18n'
import { ask } from '../../app/session/graphql-client.ts'
import { usePasswordConfirmation } from '../../app/actions/usePasswordConfirmation.ts'
import { factKey, problemOf } from '../../ui/feedback/error-words.ts'
import { useToast } from '../../ui/feedback/useToast.ts'
import { useMemberWords } from './member-words.ts'
import {
  changeMemberRolesMutation,
  disableMemberMutation,
  enableMemberMutation,
  revokeInvitationMutation,
} from './members.operations.ts'
import type { MemberRow } from './useMembers.ts'

type Outcome =
  ({ __typename: 'Member' } & MemberRow) | { __typename: 'MemberChangedMeanwhile'; current: MemberRow }

const asSeen = ({ id, revision }: MemberRow) => ({ memberId: id, revision })

/** What came of a change, said in one sentence. */
function useOutcomeWords() {
  const { t, te } = useI18n()
  const toast = useToast()
  const words = useMemberWords()

  function tellMeanwhile({ displayName: name, roles, state }: MemberRow): void {
    toast.show(
      t('people.members.meanwhile', {
        name,
        roles: words.roles(roles),
        state: t(`people.members.state.${state}`),
      }),
    )
  }
  function tellProblem(error: unknown): void {
    const { kind, fact, retryAfterMinutes } = problemOf(error)
    const key = fact && te(factKey(fact)) ? factKey(fact) : `ui.problem.${kind}.text`
    if (kind !== 'confirm-password') toast.show(t(key, { minutes: retryAfterMinutes }))
  }
  function tellDone(kind: string, { displayName: name }: MemberRow, undo?: () => void): void {
    toast.show(
      t(`people.members.done.${kind}`, { name }),
      undo && { label: t('people.members.done.undo'), run: undo },
    )
  }
  return { tellMeanwhile, tellProblem, tellDone }
}

/** Changes from the list: each asks for the password when it must, says what came of it, and loads the list again. */
export function useMemberChanges() {
  const { tellMeanwhile, tellProblem, tellDone } = useOutcomeWords()
  const cache = useQueryCache()
  const { withConfirmation } = usePasswordConfirmation()
  const reload = () => cache.invalidateQueries({ key: ['members'] })

  /** The member after the change; null when somebody was quicker or it did not go through, which is then said. */
  async function change(work: () => Promise<{ outcome: Outcome }>): Promise<MemberRow | null> {
    try {
      const { outcome } = await withConfirmation(work)
      await reload()
      if (outcome.__typename === 'Member') return outcome
      tellMeanwhile(outcome.current)
    } catch (error) {
      tellProblem(error)
    }
    return null
  }
  async function disable(member: MemberRow): Promise<void> {
    const after = await change(() => ask(disableMemberMutation, { member: asSeen(member) }))
    if (after) tellDone('disable', member, () => void enable(after))
  }
  async function enable(member: MemberRow): Promise<void> {
    const after = await change(() => ask(enableMemberMutation, { member: asSeen(member) }))
    if (after) tellDone('enable', member)
  }
  async function revoke(member: MemberRow): Promise<void> {
    const after = await change(() => ask(revokeInvitationMutation, { member: asSeen(member) }))
    if (after) tellDone('revoke', member)
  }
  /** Throws what was refused, for the form that asked. */
  async function setRoles(member: MemberRow, roles: MemberRow['roles']): Promise<void> {
    const input = { member: asSeen(member), roles }
    const { outcome } = await withConfirmation(() => ask(changeMemberRolesMutation, input))
    await reload()
    if (outcome.__typename === 'MemberChangedMeanwhile') tellMeanwhile(outcome.current)
    else tellDone('roles', member)
  }
  return { disable, enable, revoke, setRoles, tellMeanwhile, reload }
}
