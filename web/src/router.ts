// Addresses of the pages, and who may open them. The server decides again on every request.

import { createRouter, createWebHistory } from 'vue-router'

import type { Permission } from '@/api/types'
import { useSession } from '@/stores/session'

declare module 'vue-router' {
  interface RouteMeta {
    title: string // the key of its text
    needs?: Permission
    open?: boolean // to anybody
    ofScheme?: boolean // shows one scheme, named by the parameter `scheme`
  }
}

export const router = createRouter({
  history: createWebHistory(),
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  routes: [
    { path: '/', name: 'home', component: () => import('@/features/shell/HomePage.vue'), meta: { title: 'menu.home' } },
    {
      path: '/login',
      name: 'login',
      component: () => import('@/features/session/LoginPage.vue'),
      meta: { title: 'login.title', open: true },
    },
    {
      path: '/password',
      name: 'password',
      component: () => import('@/features/session/PasswordPage.vue'),
      meta: { title: 'password.title' },
    },
    {
      path: '/schemes',
      name: 'schemes',
      component: () => import('@/features/schemes/SchemesPage.vue'),
      meta: { title: 'menu.schemes', needs: 'read' },
    },
    {
      path: '/schemes/:scheme',
      name: 'scheme',
      component: () => import('@/features/schemes/SchemePage.vue'),
      meta: { title: 'menu.schemes', needs: 'read', ofScheme: true },
    },
    {
      path: '/schemes/:scheme/rules',
      name: 'rules',
      component: () => import('@/features/review/RulesPage.vue'),
      meta: { title: 'review.title', needs: 'read', ofScheme: true },
    },
    {
      path: '/schemes/:scheme/revision',
      name: 'revision',
      component: () => import('@/features/revision/RevisionPage.vue'),
      meta: { title: 'revision.title', needs: 'read', ofScheme: true },
    },
    {
      path: '/schemes/:scheme/office-names',
      name: 'officeNames',
      component: () => import('@/features/offices/OfficeNamesPage.vue'),
      meta: { title: 'offices.title', needs: 'read', ofScheme: true },
    },
    {
      path: '/schemes/:scheme/scores',
      name: 'scores',
      component: () => import('@/features/scoring/ScorePage.vue'),
      meta: { title: 'menu.scores', needs: 'scores', ofScheme: true },
    },
    {
      path: '/schemes/:scheme/record',
      name: 'record',
      component: () => import('@/features/facts/RecordPage.vue'),
      meta: { title: 'menu.record', needs: 'record', ofScheme: true },
    },
    {
      path: '/schemes/:scheme/owed',
      name: 'owed',
      component: () => import('@/features/owed/OwedPage.vue'),
      meta: { title: 'menu.owed', needs: 'scores', ofScheme: true },
    },
    {
      path: '/people',
      name: 'people',
      component: () => import('@/features/people/PeoplePage.vue'),
      meta: { title: 'menu.people', needs: 'accounts' },
    },
    {
      path: '/verification',
      name: 'verification',
      component: () => import('@/features/audit/VerificationPage.vue'),
      meta: { title: 'menu.verification', needs: 'verify' },
    },
    {
      path: '/:rest(.*)*',
      name: 'lost',
      component: () => import('@/features/shell/LostPage.vue'),
      meta: { title: 'lost.title', open: true },
    },
  ],
})

router.beforeEach(async (to) => {
  const session = useSession()
  try {
    await session.load()
  } catch {
    // No connection: the page says so itself, and the sign-in page does for somebody unknown.
    return to.meta.open ? true : { name: 'login', query: { to: to.fullPath } }
  }
  if (!to.meta.open && !session.user) {
    return { name: 'login', ...(to.path !== '/' && { query: { to: to.fullPath } }) }
  }
  if (session.user?.must_change_password && !to.meta.open && to.name !== 'password') return { name: 'password' }
  if (to.meta.needs && !session.may(to.meta.needs)) return { name: 'lost', query: { why: 'role' } }
  return true
})
