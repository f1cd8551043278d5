import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/team',
    component: () => import('./team/TeamPage.vue'),
    meta: {
      roles: ['SUPERVISOR'],
      nav: { order: 1, icon: 'team', label: 'team' },
    },
    // Stands over the team as a dialog, with an address of its own.
    children: [{ path: '/sessions/log', component: () => import('./sessions/LogSessionDialog.vue') }],
  },
  {
    path: '/team/:id',
    component: () => import('./team/TeamPersonPage.vue'),
    meta: { roles: ['SUPERVISOR'] },
  },
  {
    path: '/supervision/record/:peerId',
    component: () => import('./record/RecordPage.vue'),
    meta: { roles: ['MANAGER', 'AUDITOR'] },
  },
  {
    path: '/supervision/qualifications',
    component: () => import('./qualifications/QualificationsPage.vue'),
    meta: { roles: ['MANAGER', 'AUDITOR'] },
  },
  {
    path: '/supervision',
    component: () => import('./SupervisionByRole.vue'),
    meta: {
      roles: ['PEER', 'SUPERVISOR', 'MANAGER', 'AUDITOR'],
      nav: { order: 5, icon: 'clipboard', label: 'supervision' },
    },
  },
  {
    path: '/supervision/mine',
    component: () => import('./SupervisionPage.vue'),
    meta: { roles: ['MANAGER'] },
  },
  {
    path: '/supervision/people/:id',
    component: () => import('./staff/SupervisedStaffPage.vue'),
    meta: { roles: ['MANAGER', 'AUDITOR'] },
  },
  {
    path: '/supervision/sessions',
    component: () => import('./session-records/AllSessionsPage.vue'),
    meta: { roles: ['MANAGER', 'AUDITOR'] },
  },
  {
    path: '/sessions',
    component: () => import('./session-records/MySessionsPage.vue'),
    meta: { roles: ['SUPERVISOR'], nav: { order: 2, icon: 'clipboard', label: 'sessions' } },
  },
  {
    path: '/my-competencies',
    component: () => import('./competencies/MyCompetenciesPage.vue'),
    meta: { roles: ['SUPERVISOR'] },
  },
]
