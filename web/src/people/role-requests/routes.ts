import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/role-requests',
    component: () => import('./RoleRequestsPage.vue'),
    meta: { roles: ['ADMIN', 'AUDITOR'] },
  },
]
