import { useQueryCache } from '@pinia/colada'
import { useI18n } from '#i18n'
import { ask } from '../../app/session/graphql-client.ts'
import { usePasswordConfirmation } from '../../app/actions/usePasswordConfirmation.ts'
import { factKey, problemOf } from '../../ui/feedback/error-words.ts'
import { useToast } from '../../ui/feedback/useToast.ts'
import { createPasswordResetMutation } from '../password-resets/password-resets.operations.ts'
import { useMemberWords } from './member-words.ts'
import {
  disableMemberMutation,
  enableMemberMutation,
  membersQuery,
  revokeInvitationMutation,
  updateMemberRolesMutation,
} from './members.operations.ts'
import type { MemberRow } from './useMembers.ts'

type Payload = { __typename: 'StaleRevision' } | { __typename: string; member: MemberRow }

const asRead = ({ id, revision }: MemberRow) => ({ memberId: id, expectedRevision: revision })

/** The member as they are now; null where nobody of that address is left. */
async function readAgain({ id, email, displayName }: MemberRow): Promise<MemberRow | null> {
  const filter = { search: email ?? displayName }
  const { members } = await ask(membersQuery, { filter, sort: { by: 'NAME', descending: false }, first: 100 })
  return members.edges.find(({ node }) => node.id === id)?.node ?? null
}

/** What came of a change, said in one sentence. */
function useOutcomeWords() {
  const { t, te } = useI18n()
  const toast = useToast()
  const words = useMemberWords()

  /** Somebody else was quicker: what the member is now, so that one can decide anew. */
  async function tellMeanwhile(member: MemberRow): Promise<void> {
    const { displayName: name, roles, state } = (await readAgain(member).catch(() => null)) ?? member
    toast.show(
      t('people.members.meanwhile', {
        name,
        roles: words.roles(roles),
        state: t(`labels.people.MemberState.${state}`),
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
  async function change(
    member: MemberRow,
    work: () => Promise<{ payload: Payload }>,
  ): Promise<MemberRow | null> {
    try {
      const { payload } = await withConfirmation(work)
      await reload()
      if ('member' in payload) return payload.member
      await tellMeanwhile(member)
    } catch (error) {
      tellProblem(error)
    }
    return null
  }
  async function disable(member: MemberRow): Promise<void> {
    const after = await change(member, () => ask(disableMemberMutation, { input: asRead(member) }))
    if (after) tellDone('disable', member, () => void enable(after))
  }
  async function enable(member: MemberRow): Promise<void> {
    const after = await change(member, () => ask(enableMemberMutation, { input: asRead(member) }))
    if (after) tellDone('enable', member)
  }
  async function revoke(member: MemberRow): Promise<void> {
    const after = await change(member, () => ask(revokeInvitationMutation, { input: asRead(member) }))
    if (after) tellDone('revoke', member)
  }
  const forms = useFormChanges(reload)
  return { disable, enable, revoke, ...forms, tellMeanwhile, reload }
}

/** What a dialog asks for, which says itself what is wrong with it. */
function useFormChanges(reload: () => Promise<unknown>) {
  const { tellMeanwhile, tellDone } = useOutcomeWords()
  const { withConfirmation } = usePasswordConfirmation()

  /** Throws what was refused, for the form that asked. */
  async function resetPassword(member: MemberRow): Promise<void> {
    const input = asRead(member)
    const { payload } = await withConfirmation(() => ask(createPasswordResetMutation, { input }))
    await reload()
    if (payload.__typename === 'StaleRevision') await tellMeanwhile(member)
    else tellDone('reset', member)
  }
  /** Throws what was refused, for the form that asked. */
  async function setRoles(member: MemberRow, roles: MemberRow['roles']): Promise<void> {
    const input = { ...asRead(member), roles }
    const { payload } = await withConfirmation(() => ask(updateMemberRolesMutation, { input }))
    await reload()
    if (payload.__typename === 'StaleRevision') await tellMeanwhile(member)
    else tellDone(payload.__typename === 'RoleRequested' ? 'asked' : 'roles', member)
  }
  return { resetPassword, setRoles }
}
