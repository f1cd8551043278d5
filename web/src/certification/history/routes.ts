import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/renewals/on-a-day',
    component: () => import('../as-of/OnADayPage.vue'),
    meta: { roles: ['MANAGER', 'AUDITOR'] },
  },
  {
    path: '/renewals/service-dates',
    component: () => import('../as-of/ServiceDatesPage.vue'),
    meta: { roles: ['MANAGER', 'AUDITOR'], wide: true },
  },
]
