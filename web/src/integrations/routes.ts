import type { RouteRecordRaw } from 'vue-router'

const roles = ['MANAGER', 'ADMIN', 'AUDITOR'] as const

export const routes: RouteRecordRaw[] = [
  {
    path: '/settings/integrations',
    component: () => import('./IntegrationsPage.vue'),
    meta: { roles, nav: { order: 60, icon: 'integrations', label: 'integrations' } },
  },
  { path: '/settings/integrations/examples', component: () => import('./ExamplesPage.vue'), meta: { roles } },
]
