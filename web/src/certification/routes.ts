import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/renewals',
    component: () => import('./renewals/RenewalsPage.vue'),
    meta: {
      roles: ['MANAGER', 'AUDITOR'],
      wide: true,
      nav: { order: 1, icon: 'certificate', label: 'renewals' },
    },
  },
  {
    path: '/renewals/calendar',
    component: () => import('./calendar/CalendarPage.vue'),
    meta: { roles: ['MANAGER', 'AUDITOR'] },
  },
  {
    path: '/renewals/service-hours',
    component: () => import('./service-hours/ServiceSheetPage.vue'),
    meta: { roles: ['MANAGER', 'AUDITOR'], wide: true },
  },
  {
    path: '/renewals/review',
    component: () => import('./review/ReviewCoursesPage.vue'),
    meta: { roles: ['MANAGER'] },
  },
  {
    path: '/renewals/:id',
    component: () => import('./renewals/RenewalPage.vue'),
    meta: { roles: ['MANAGER', 'AUDITOR'], wide: true },
  },
  {
    path: '/certifications',
    component: () => import('./my-certifications/CertificationsPage.vue'),
    meta: {
      roles: ['PEER'],
      nav: { order: 4, icon: 'certificate', label: 'certifications' },
    },
  },
  {
    path: '/certifications/courses/:course',
    component: () => import('./my-certifications/CertificationsPage.vue'),
    meta: { roles: ['PEER'] },
  },
  {
    path: '/catalogue',
    component: () => import('./catalogue/CataloguePage.vue'),
    meta: { roles: ['MANAGER', 'AUDITOR', 'SUPERVISOR', 'PEER'] },
  },
  {
    path: '/catalogue/:id',
    component: () => import('./catalogue/CredentialPage.vue'),
    meta: {
      roles: ['MANAGER', 'AUDITOR', 'SUPERVISOR', 'PEER'],
    },
  },
]
