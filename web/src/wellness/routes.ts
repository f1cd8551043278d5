import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/today',
    component: () => import('./today/TodayByRole.vue'),
    meta: { roles: ['PEER', 'SUPERVISOR'], nav: { order: 0, icon: 'home', label: 'today' } },
  },
  {
    path: '/check-in',
    component: () => import('./check-in/CheckInPage.vue'),
    // The words of `language` are the hints under the line for oneself.
    meta: { roles: ['PEER', 'SUPERVISOR'], nav: { order: 2, icon: 'check-in', label: 'check-in' } },
  },
  {
    path: '/trends',
    component: () => import('./trends/TrendsPage.vue'),
    meta: { roles: ['PEER', 'SUPERVISOR'], nav: { order: 3, icon: 'trend', label: 'trends' } },
  },
  {
    path: '/check-in/full',
    component: () => import('./questionnaires/ProqolPage.vue'),
    meta: { roles: ['PEER'] },
  },
  {
    path: '/ethics',
    component: () => import('./questionnaires/EthicsPage.vue'),
    meta: { roles: ['PEER'] },
  },
  {
    path: '/settings/proqol',
    component: () => import('./questionnaires/ProqolItemsPage.vue'),
    meta: { roles: ['ADMIN'], nav: { order: 22, icon: 'clipboard', label: 'proqol' } },
  },
  {
    path: '/climate',
    component: () => import('./climate/ClimatePage.vue'),
    meta: {
      roles: ['PEER', 'SUPERVISOR', 'MANAGER', 'ADMIN', 'AUDITOR'],
      nav: { order: 8, icon: 'trend', label: 'climate' },
    },
  },
  {
    path: '/core-values',
    component: () => import('./core-values/CoreValuesPage.vue'),
    meta: { roles: ['PEER'] },
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
