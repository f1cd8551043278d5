import type { RouteRecordRaw } from 'vue-router'

const FOR_ADMINS = { roles: ['ADMIN'] as const }

export const routes: RouteRecordRaw[] = [
  {
    path: '/settings/members',
    component: () => import('./MembersPage.vue'),
    meta: {
      ...FOR_ADMINS,
      nav: { order: 10, icon: 'team', label: 'members' },
    },
  },
  {
    path: '/settings/members/invite',
    component: () => import('../invitations/InviteMemberPage.vue'),
    meta: FOR_ADMINS,
  },
  {
    path: '/settings/members/invite-list',
    component: () => import('../invitations/InviteListPage.vue'),
    meta: FOR_ADMINS,
  },
]
