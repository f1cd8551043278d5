import type { RouteRecordRaw } from 'vue-router'
import { optionalComponent } from '../../app/i18n/lazy-component.ts'

export const routes: RouteRecordRaw[] = [
  {
    path: '/role-requests',
    component: () => import('./RoleRequestsPage.vue'),
    meta: {
      roles: ['ADMIN', 'AUDITOR'],
      nav: {
        order: 11,
        icon: 'team',
        label: 'role-requests',
        badge: optionalComponent(() => import('./WaitingRequests.vue')),
      },
    },
  },
]
