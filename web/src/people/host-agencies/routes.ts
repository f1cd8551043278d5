import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/host-agencies',
    component: () => import('./HostAgenciesPage.vue'),
    meta: { roles: ['MANAGER', 'ADMIN'], nav: { order: 4, icon: 'building', label: 'host-agencies' } },
  },
]
