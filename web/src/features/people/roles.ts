import type { Role } from '@/api/types'

// In the order in which an administrator looks for them.
export const ROLES: readonly Role[] = [
  'appraiser',
  'reviewer',
  'scheme_keeper',
  'indicator_owner',
  'data_source',
  'unit_head',
  'office_contact',
  'observer',
  'system_admin',
  'security_admin',
  'audit_admin',
]
