import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/notifications', component: () => import('./NotificationsPage.vue') },
]
