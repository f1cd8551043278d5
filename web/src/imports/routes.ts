import type { RouteRecordRaw } from 'vue-router'

const roles = ['MANAGER', 'ADMIN'] as const

export const routes: RouteRecordRaw[] = [
  { path: '/people/import', component: () => import('./StartImportPage.vue'), meta: { roles } },
  { path: '/people/import/:importId', component: () => import('./ImportPage.vue'), meta: { roles } },
]
