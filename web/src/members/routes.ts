import type { RouteRecordRaw } from 'vue-router'

const FOR_ADMINS = { hats: ['ADMIN'] as const, words: ['people'] }

export const routes: RouteRecordRaw[] = [
  {
    path: '/settings/members',
    component: () => import('./MembersPage.vue'),
    meta: {
      ...FOR_ADMINS,
      words: ['people', 'setup'],
      nav: { order: 10, icon: 'team', label: 'members' },
    },
  },
  {
    path: '/settings/members/invite',
    component: () => import('./InviteMemberPage.vue'),
    meta: FOR_ADMINS,
  },
  {
    path: '/settings/members/invite-list',
    component: () => import('./InviteListPage.vue'),
    meta: FOR_ADMINS,
  },
]
