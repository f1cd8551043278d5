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
    component: () => import('./sessions/PeerSessionsPage.vue'),
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
    component: () => import('./SupervisionPage.vue'),
    meta: { roles: ['PEER'], nav: { order: 5, icon: 'team', label: 'supervision' } },
  },
]
