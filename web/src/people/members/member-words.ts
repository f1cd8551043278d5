import type { MemberState } from '@alongside/shared/people/members/member-state'
import type { Role } from '@alongside/shared/people/roles'
import { computed } from 'vue'
import { ROLES } from '@alongside/shared/people/roles'
import { useI18n } from '#i18n'
import { useInstants } from '../../app/session/useInstants.ts'
import type { Tone } from '../../ui/feedback/StatusBadge.vue'

export const STATE_TONES: Record<MemberState, Tone> = {
  JOINED: 'onTrack',
  INVITED: 'info',
  NO_OPEN_LINK: 'dueSoon',
  DISABLED: 'neutral',
}

/** Instants, roles and what was decided about a member, in the language that is on. */
export function useMemberWords() {
  const { t, locale } = useI18n()
  const { dayOf, timeOf: instant } = useInstants()
  const monthOf = (day: string) =>
    new Intl.DateTimeFormat(locale.value, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
      new Date(`${day}T12:00:00Z`),
    )
  function roles(held: readonly Role[]): string {
    return held.map((role) => t(`labels.account.Role.${role}`)).join(', ')
  }
  /** Each role with what it is for, as boxes to tick. */
  const roleChoices = computed(() =>
    ROLES.map((role) => ({
      value: role,
      label: t(`labels.account.Role.${role}`),
      hint: t(`labels.people.RoleDuties.${role}`),
    })),
  )
  return { instant, dayOf, monthOf, roles, roleChoices }
}
