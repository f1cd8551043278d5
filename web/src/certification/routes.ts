import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/renewals',
    component: () => import('./renewals/RenewalsPage.vue'),
    meta: {
      hats: ['MANAGER', 'AUDITOR'],
      words: ['certification/history'],
      nav: { order: 1, icon: 'certificate', label: 'renewals' },
    },
  },
  {
    path: '/renewals/calendar',
    component: () => import('./calendar/CalendarPage.vue'),
    meta: { hats: ['MANAGER', 'AUDITOR'] },
  },
  {
    path: '/renewals/:id',
    component: () => import('./renewals/RenewalPage.vue'),
    meta: { hats: ['MANAGER', 'AUDITOR'], words: ['certification/history', 'language'] },
  },
  {
    path: '/certifications',
    component: () => import('./my-certifications/CertificationsPage.vue'),
    meta: {
      hats: ['PEER'],
      words: ['certification/history'],
      nav: { order: 4, icon: 'certificate', label: 'certifications' },
    },
  },
  {
    path: '/catalogue',
    component: () => import('./catalogue/CataloguePage.vue'),
    meta: { words: ['certification/custom-rules'], hats: ['MANAGER', 'AUDITOR', 'SUPERVISOR', 'PEER'] },
  },
  {
    path: '/catalogue/:id',
    component: () => import('./catalogue/CredentialPage.vue'),
    meta: {
      words: ['certification/custom-rules', 'language'],
      hats: ['MANAGER', 'AUDITOR', 'SUPERVISOR', 'PEER'],
    },
  },
]
