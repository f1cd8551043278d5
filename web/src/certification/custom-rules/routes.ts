import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/catalogue/:id/change',
    component: () => import('./RuleChangePage.vue'),
    meta: { roles: ['MANAGER'] },
  },
]
