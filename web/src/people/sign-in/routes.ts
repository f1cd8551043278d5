import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/', component: () => import('./StartPage.vue') },
  { path: '/sign-in', component: () => import('./SignInPage.vue'), meta: { public: true } },
  { path: '/recover', component: () => import('./RecoverAccountPage.vue'), meta: { public: true } },
  // The token stands behind the #, so that it is sent to no server and written to no log.
  {
    path: '/invitation',
    component: () => import('../invitations/AcceptInvitationPage.vue'),
    meta: { public: true },
  },
  {
    path: '/reset-password',
    component: () => import('../password-resets/ResetPasswordPage.vue'),
    meta: { public: true },
  },
  { path: '/help', component: () => import('../help-contacts/HelpPage.vue'), meta: { public: true } },
]
