import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/audit',
    component: () => import('./AuditPage.vue'),
    meta: { roles: ['AUDITOR', 'ADMIN'], nav: { order: 60, icon: 'clipboard', label: 'audit' } },
  },
  {
    path: '/account/trail',
    component: () => import('./OwnTrailPage.vue'),
  },
]
