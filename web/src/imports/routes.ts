import type { RouteRecordRaw } from 'vue-router'

const hats = ['MANAGER', 'ADMIN'] as const

export const routes: RouteRecordRaw[] = [
  { path: '/people/import', component: () => import('./StartImportPage.vue'), meta: { hats } },
  { path: '/people/import/:importId', component: () => import('./ImportPage.vue'), meta: { hats } },
]
