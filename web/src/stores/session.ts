// Who is signed in. The proof is a cookie that scripts cannot read; nothing of it is kept here.

import { defineStore } from 'pinia'
import { computed, ref } from 'vue'

import { getSession, signIn, signOut } from '@/api/endpoints'
import { ApiError } from '@/api/client'
import type { Permission, Session } from '@/api/types'

// Whether somebody signed in here before: without it there is nobody to ask the server about, and
// its refusal would stand in the console of every first visit.
const HINT = 'kaoping.signedIn'

export const useSession = defineStore('session', () => {
  const user = ref<Session>()
  const known = ref(false) // whether the server has been asked
  // While a session is being renewed: settles for every request that waits for it.
  const renewal = ref<{ settle: (renewed: boolean) => void }>()
  let waiting: Promise<boolean> | undefined

  const name = computed(() => user.value?.name ?? '')
  // The server names people by their accounts; only one's own other name is known here.
  const nameOf = (account: string): string => (user.value && account === user.value.name ? user.value.display : account)
  const may = (permission: Permission): boolean => user.value?.can.includes(permission) ?? false

  async function load(): Promise<void> {
    if (known.value) return
    try {
      if (localStorage.getItem(HINT)) user.value = await getSession()
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 401) throw error
      localStorage.removeItem(HINT)
    }
    known.value = true
  }

  async function enter(account: string, password: string): Promise<void> {
    user.value = await signIn(account, password)
    localStorage.setItem(HINT, '1')
    known.value = true
    renewal.value?.settle(true)
  }

  async function leave(): Promise<void> {
    await signOut()
    localStorage.removeItem(HINT)
    user.value = undefined
    renewal.value?.settle(false)
  }

  function passwordChanged(): void {
    if (user.value) user.value = { ...user.value, temporary_password: false, must_change_password: false }
  }

  // The session has ended under somebody's hands: asks for the password over the page as it stands.
  function renew(): Promise<boolean> {
    if (!user.value) return Promise.resolve(false)
    waiting ??= new Promise<boolean>((resolve) => {
      renewal.value = { settle: resolve }
    }).finally(() => {
      renewal.value = undefined
      waiting = undefined
    })
    return waiting
  }

  return { user, name, nameOf, known, renewal, may, load, enter, leave, passwordChanged, renew }
})
