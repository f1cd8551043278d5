import type { RouteRecordRaw } from 'vue-router'

// The words of `language` are the hints under every text field.
export const routes: RouteRecordRaw[] = [
  {
    path: '/my-role',
    component: () => import('./MyRolePage.vue'),
    meta: { roles: ['PEER'], nav: { order: 6, icon: 'flag', label: 'my-role' } },
  },
  {
    path: '/flags',
    component: () => import('./TeamFlagsPage.vue'),
    meta: { roles: ['SUPERVISOR'], nav: { order: 3, icon: 'flag', label: 'flags' } },
  },
  {
    path: '/flags/released',
    component: () => import('./ReleasedFlagsPage.vue'),
    meta: { roles: ['MANAGER'], nav: { order: 5, icon: 'flag', label: 'flags-shared' } },
  },
]
