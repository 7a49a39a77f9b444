// One criterion under review, and what a person decides on it.

import { computed, watch, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'

import { ApiError } from '@/api/client'
import { confirmFindings, getCriterion, settleCriterion } from '@/api/endpoints'
import type { Finding, SettlementForm } from '@/api/types'
import { useLoad } from '@/composables/useLoad'
import { useSubmit } from '@/composables/useSubmit'
import { identitiesOf } from '@/domain/review'
import { useWorkplace } from '@/stores/workplace'

// `task` is empty while no criterion is chosen.
export function useReview(scheme: Ref<string>, task: Ref<string>) {
  const { t } = useI18n()
  const workplace = useWorkplace()
  const { data, error, loading, reload } = useLoad(() => getCriterion(scheme.value, task.value))
  const listing = useLoad(() => workplace.refresh())
  const { busy, error: refused, submit, reset } = useSubmit(({ code }) =>
    code === 'criterion-changed' ? t('review.overtaken') : undefined,
  )
  const review = computed(() => (data.value?.value.task === task.value ? data.value.value : undefined))
  const tag = computed(() => (review.value ? data.value?.tag : undefined))

  watch(
    [scheme, task],
    () => {
      reset()
      if (task.value) void reload()
    },
    { immediate: true },
  )

  // `seen` is the tag of the criterion as the person saw it. Whether it was done; if somebody else
  // was faster, what they decided is here by then.
  function settle(about: string, form: SettlementForm, seen: string | undefined): Promise<boolean> {
    return submit(async () => {
      try {
        const settled = await settleCriterion(scheme.value, about, form, seen)
        if (about === task.value) data.value = settled
      } catch (reason) {
        if (reason instanceof ApiError && reason.status === 409) await Promise.all([reload(), listing.reload()])
        throw reason
      }
      await listing.reload()
    })
  }

  function confirm(findings: readonly Finding[], note = ''): Promise<boolean> {
    const [first, ...others] = identitiesOf(findings)
    if (!first) return Promise.resolve(false)
    return submit(async () => {
      await confirmFindings(scheme.value, [first, ...others], note)
      await Promise.all([listing.reload(), ...(task.value ? [reload()] : [])])
    })
  }

  const refusal = computed(() => refused.value || listing.error.value)
  return { review, tag, error, loading, reload, busy, refusal, settle, confirm }
}
