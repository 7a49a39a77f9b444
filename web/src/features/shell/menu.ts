// The menu as the signed-in user may see it.

import type { Permission } from '@/api/types'
import type { IconName } from '@/components/icons'

export interface MenuItem {
  route: 'schemes' | 'scores' | 'record' | 'owed' | 'people' | 'verification'
  icon: IconName
  needs: Permission
  ofScheme: boolean
}

export interface MenuGroup {
  title: 'appraisal' | 'system' | 'audit'
  items: MenuItem[]
}

const GROUPS: readonly MenuGroup[] = [
  {
    title: 'appraisal',
    items: [
      { route: 'schemes', icon: 'table', needs: 'read', ofScheme: false },
      { route: 'scores', icon: 'score', needs: 'scores', ofScheme: true },
      { route: 'record', icon: 'pen', needs: 'record', ofScheme: true },
      { route: 'owed', icon: 'list', needs: 'scores', ofScheme: true },
    ],
  },
  { title: 'system', items: [{ route: 'people', icon: 'people', needs: 'accounts', ofScheme: false }] },
  { title: 'audit', items: [{ route: 'verification', icon: 'shield', needs: 'verify', ofScheme: false }] },
]

export function menuFor(may: (permission: Permission) => boolean): MenuGroup[] {
  return GROUPS.map(({ title, items }) => ({ title, items: items.filter(({ needs }) => may(needs)) })).filter(
    ({ items }) => items.length > 0,
  )
}

// Where somebody lands after signing in: what they are here for before what they may also see.
export function landingFor(may: (permission: Permission) => boolean): MenuItem | undefined {
  const items = menuFor(may).flatMap((group) => group.items)
  const first = may('scores') ? 'scores' : may('record') ? 'record' : may('appoint') ? 'people' : 'verification'
  return items.find(({ route }) => route === first) ?? items[0]
}
