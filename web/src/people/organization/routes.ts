import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/settings/setup',
    component: () => import('../setup/SetupPage.vue'),
    meta: {
      roles: ['ADMIN'],
      nav: { order: 20, icon: 'settings', label: 'settings' },
    },
  },
]
