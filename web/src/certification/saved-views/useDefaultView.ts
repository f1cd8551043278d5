import { watch } from 'vue'
import { useSavedViews } from './useSavedViews.ts'

/** Who comes without filters finds the view that they have set to open with; who takes filters off is left alone. */
export function useDefaultView(chosen: {
  query: { readonly value: string }
  apply: (query: string) => void
}) {
  const { views } = useSavedViews()
  if (chosen.query.value !== '') return
  const stop = watch(
    views,
    (all) => {
      if (!all) return
      const view = all.find(({ isDefault }) => isDefault)
      if (view && chosen.query.value === '') chosen.apply(view.query)
      void Promise.resolve().then(() => stop())
    },
    { immediate: true },
  )
}
