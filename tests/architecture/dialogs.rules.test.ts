import { describe, expect, it } from 'vitest'
import { readSources } from './sources.ts'

const FORM_DIALOG = 'web/src/ui/form/FormDialog.vue'
const SOURCES = readSources(['web/src']).filter(({ path }) => path !== FORM_DIALOG)

/** A component that puts a form into a dialog by hand, instead of into FormDialog. */
const laysOutItsForm = (text: string): boolean =>
  /<AppDialog\b/.test(text) && /<AppForm\b|<form\b|\buseForm\(/.test(text)

describe('a dialog with a form', () => {
  it('is a FormDialog: title, errors, draft, send and cancel are the same in each', () => {
    expect(SOURCES.filter(({ text }) => laysOutItsForm(text)).map(({ path }) => path)).toEqual([])
    expect(SOURCES.filter(({ text }) => text.includes('<FormDialog')).length).toBeGreaterThan(30)
  })

  it('is found where it is laid out by hand', () => {
    expect(laysOutItsForm('<AppDialog title="x"><AppForm :form="form" /></AppDialog>')).toBe(true)
    expect(laysOutItsForm('const form = useForm({})\n<AppDialog v-model:open="open"></AppDialog>')).toBe(true)
    expect(laysOutItsForm('<FormDialog :form="form" />')).toBe(false)
    expect(laysOutItsForm('<AppDialog title="x"><p /></AppDialog>')).toBe(false)
  })
})
