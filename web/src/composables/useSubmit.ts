// Sending something: at most once at a time; a refusal stands at the field it is about, or as a
// sentence above the form.

import { reactive, ref } from 'vue'

import { ApiError } from '@/api/client'

import { sentenceOf } from './sentenceOf'

// `words` may say in the form's own words what the server says of fields by their JSON names.
export function useSubmit(words: (error: ApiError) => string | undefined = () => undefined) {
  const busy = ref(false)
  const error = ref('')
  const fieldErrors = reactive<Record<string, string>>({})

  function reset(): void {
    error.value = ''
    for (const field of Object.keys(fieldErrors)) Reflect.deleteProperty(fieldErrors, field)
  }

  // Whether one of the fields is still empty; `sentence` then stands at each that is.
  function lacks(values: Readonly<Record<string, string>>, sentence: string): boolean {
    reset()
    for (const [field, value] of Object.entries(values)) if (!value.trim()) fieldErrors[field] = sentence
    return Object.keys(fieldErrors).length > 0
  }

  // Whether it was done. `fields` are those that the form shows; a complaint about another one
  // would otherwise be seen by nobody.
  async function submit(send: () => Promise<void>, fields: readonly string[] = []): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    reset()
    try {
      await send()
      return true
    } catch (reason) {
      const sentence = (reason instanceof ApiError && words(reason)) || sentenceOf(reason)
      const field = reason instanceof ApiError ? reason.field : undefined
      if (field && fields.includes(field)) fieldErrors[field] = sentence
      else error.value = sentence
      return false
    } finally {
      busy.value = false
    }
  }

  return { busy, error, fieldErrors, submit, lacks, reset }
}
