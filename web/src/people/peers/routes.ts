import type { RouteRecordRaw } from 'vue-router'

// The sections of one person come from other features, with their words.
export const routes: RouteRecordRaw[] = [
  {
    path: '/people',
    component: () => import('./PeoplePage.vue'),
    meta: { roles: ['MANAGER', 'AUDITOR'], nav: { order: 2, icon: 'team', label: 'people' } },
  },
  {
    path: '/people/:id',
    component: () => import('./PersonPage.vue'),
    meta: {
      roles: ['MANAGER', 'AUDITOR'],
    },
  },
  {
    path: '/caseload',
    component: () => import('../placements/OwnWorkPage.vue'),
    meta: { roles: ['PEER'], nav: { order: 7, icon: 'clipboard', label: 'my-work' } },
  },
]
