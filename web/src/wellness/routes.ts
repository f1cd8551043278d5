import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/today',
    component: () => import('./today/TodayPage.vue'),
    meta: { roles: ['PEER'], nav: { order: 1, icon: 'home', label: 'today' } },
  },
  {
    path: '/check-in',
    component: () => import('./check-in/CheckInPage.vue'),
    // The words of `language` are the hints under the line for oneself.
    meta: { roles: ['PEER'], nav: { order: 2, icon: 'check-in', label: 'check-in' } },
  },
  {
    path: '/trends',
    component: () => import('./trends/TrendsPage.vue'),
    meta: { roles: ['PEER'], nav: { order: 3, icon: 'trend', label: 'trends' } },
  },
  {
    path: '/plan',
    component: () => import('./plan/PlanPage.vue'),
    meta: { roles: ['PEER'], nav: { order: 8, icon: 'clipboard', label: 'plan' } },
  },
  {
    path: '/sharing',
    component: () => import('./sharing/SharingPage.vue'),
    meta: { roles: ['PEER'], nav: { order: 9, icon: 'lock', label: 'sharing' } },
  },
]
