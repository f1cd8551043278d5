import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import ui from '../../web/src/ui/words.en.json' with { type: 'json' }
import { type ActionOptions, useAction } from '../../web/src/app/actions/useAction.ts'
import { usePasswordQuestion } from '../../web/src/app/actions/usePasswordConfirmation.ts'
import { installPlugins } from '../../web/src/app/plugins.ts'
import { i18n } from '../../web/src/app/i18n/words.ts'
import { useToast } from '../../web/src/ui/feedback/useToast.ts'

i18n.global.mergeLocaleMessage('en', { ui })

function actionInPage() {
  let action: ReturnType<typeof useAction> | undefined
  const page = {
    setup() {
      action = useAction()
      return () => null
    },
  }
  mount(page, { global: { plugins: [installPlugins] } })
  if (!action) throw new Error('the page was not set up')
  return action
}
const lastToast = () => useToast().toasts.value.at(-1)

describe('an action of a screen', () => {
  afterEach(() => useToast().toasts.value.forEach(({ id }) => useToast().dismiss(id)))

  it('says that it is done and offers to undo it, with the result at hand', async () => {
    const { run } = actionInPage()
    const undone: number[] = []
    const options: ActionOptions<number> = {
      done: (id) => `Saved as ${id}.`,
      undo: { run: async (id) => undone.push(id) },
    }
    expect(await run(async () => 7, options)).toBe(7)
    expect(lastToast()).toMatchObject({ text: 'Saved as 7.', action: { label: ui.undo } })
    lastToast()?.action?.run()
    await flushPromises()
    expect(undone).toEqual([7])
    expect(lastToast()?.text).toBe(ui.undone)
  })

  it('names the invalid field of an answer, and else the kind of problem', async () => {
    const { run } = actionInPage()
    const refuse = (error: object) => run(() => Promise.reject(Object.assign(new Error(), error)))
    await refuse({ code: 'BAD_INPUT', validationErrors: [{ field: 'name', problem: 'too-long', limit: 60 }] })
    expect(lastToast()?.text).toBe('Please use at most 60 characters.')
    await refuse({ code: 'UNAVAILABLE' })
    expect(lastToast()?.text).toBe(ui.problem.unavailable.text)
  })

  it('asks for the password once, and says nothing where that is closed', async () => {
    const { run, busy } = actionInPage()
    const tried = run(() => Promise.reject(Object.assign(new Error(), { code: 'CONFIRM_PASSWORD' })), {
      done: 'Done.',
    })
    await flushPromises()
    expect(busy.value).toBe(true)
    usePasswordQuestion().answer(false)
    expect(await tried).toBeUndefined()
    expect(busy.value).toBe(false)
    expect(useToast().toasts.value).toEqual([])
  })

  it('runs one at a time', async () => {
    const { run } = actionInPage()
    let runs = 0
    await Promise.all([run(async () => (runs += 1)), run(async () => (runs += 1))])
    expect(runs).toBe(1)
  })
})
