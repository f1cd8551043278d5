import type { RouteRecordRaw } from 'vue-router'

// The words of `language` are the hints under every text field.
export const routes: RouteRecordRaw[] = [
  {
    path: '/my-role',
    component: () => import('./MyRolePage.vue'),
    meta: { roles: ['PEER'], nav: { order: 6, icon: 'flag', label: 'my-role' } },
  },
  {
    path: '/role-agreement/:placementId',
    component: () => import('./role-agreement/RoleAgreementPage.vue'),
    meta: { roles: ['PEER', 'SUPERVISOR', 'MANAGER', 'AUDITOR'] },
  },
  {
    path: '/role-agreement/:placementId/worksheet',
    component: () => import('./role-worksheet/WorksheetPage.vue'),
    meta: { roles: ['PEER', 'SUPERVISOR', 'MANAGER'] },
  },
  {
    path: '/role-agreement/:placementId/propose',
    component: () => import('./role-proposal/ProposePage.vue'),
    meta: { roles: ['PEER', 'SUPERVISOR'] },
  },
  {
    path: '/my-role/week',
    component: () => import('./week/WeekPage.vue'),
    meta: { roles: ['PEER'] },
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
  {
    path: '/people/job-description',
    component: () => import('./job-description/JobDescriptionPage.vue'),
    meta: { roles: ['MANAGER'] },
  },
  {
    path: '/people/activities',
    component: () => import('./activities/ActivitiesPage.vue'),
    meta: { roles: ['MANAGER'] },
  },
]
