import type { ValidationError } from '@alongside/shared/validation/validation-error'
import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import AppForm from '../../web/src/ui/form/AppForm.vue'
import FormField from '../../web/src/ui/form/FormField.vue'
import NumberInput from '../../web/src/ui/input/NumberInput.vue'
import { useForm } from '../../web/src/ui/form/useForm.ts'
import { mountInPage } from '../app/mount.ts'

const send = vi.fn<(minutes: number | null) => Promise<void>>()

const MinutesForm = {
  components: { AppForm, FormField, NumberInput },
  setup: () => ({
    form: useForm({
      initial: () => ({ minutes: null as number | null }),
      check: ({ minutes }): ValidationError[] =>
        minutes === null ? [{ field: 'minutes', problem: 'required' }] : [],
      submit: ({ minutes }) => send(minutes),
    }),
  }),
  template: `
    <AppForm :form="form">
      <FormField name="minutes" label="Minutes"><NumberInput v-model="form.values.minutes" /></FormField>
      <button type="submit">Save</button>
    </AppForm>`,
}

async function submitted(typed?: string) {
  const page = mountInPage(MinutesForm)
  if (typed !== undefined) await page.get('input').setValue(typed)
  await page.get('form').trigger('submit')
  await flushPromises()
  return page
}

afterEach(() => {
  send.mockReset()
  document.body.innerHTML = ''
})

describe('a form', () => {
  it('says nothing before it is sent', () => {
    expect(mountInPage(MinutesForm).find('[role=alert]').exists()).toBe(false)
  })

  it('names what is missing beside the field and above the form, and takes the focus there', async () => {
    const page = await submitted()
    expect(page.get('[role=alert]').text()).toContain('Minutes: Please fill this in.')
    expect(document.activeElement).toBe(page.get('[role=alert]').element)
    expect(page.get('input').attributes('aria-invalid')).toBe('true')
    expect(page.get('input').attributes('aria-describedby')).toBe('field-minutes-error')
    expect(send).not.toHaveBeenCalled()
  })

  it('names a limit only where there is one', async () => {
    const wordsOf = async (validationError: ValidationError) => {
      send.mockRejectedValueOnce({ validationErrors: [validationError] })
      return (await submitted('45')).get('[role=alert] a').text()
    }
    const validationError = { field: 'minutes', problem: 'does-not-add-up' } as const
    expect(await wordsOf({ ...validationError, limit: 60 })).toBe("Minutes: The parts don't add up to 60.")
    expect(await wordsOf(validationError)).toBe("Minutes: The parts don't add up.")
  })

  it('lists what is wrong in the order of the page, whatever order the checks have', async () => {
    const page = mountInPage({
      components: { AppForm, FormField, NumberInput },
      setup: () => ({
        form: useForm({
          initial: () => ({ first: null as number | null, second: null as number | null }),
          check: (): ValidationError[] =>
            ['elsewhere', 'second', 'first'].map((field) => ({ field, problem: 'required' })),
          submit: () => Promise.resolve(),
        }),
      }),
      template: `
        <AppForm :form="form">
          <FormField name="first" label="Who was there"><NumberInput v-model="form.values.first" /></FormField>
          <FormField name="second" label="Minutes"><NumberInput v-model="form.values.second" /></FormField>
        </AppForm>`,
    })
    await page.get('form').trigger('submit')
    await flushPromises()
    const lines = page.findAll('[role=alert] a').map((line) => line.text().split(':')[0])
    expect(lines).toEqual(['Who was there', 'Minutes', 'Please fill this in.'])
  })

  it('unfolds what holds the field before it leads there', async () => {
    const folded = MinutesForm.template.replace('<FormField', '<details><FormField')
    const template = folded.replace('</FormField>', '</FormField></details>')
    const page = mountInPage({ ...MinutesForm, template })
    await page.get('form').trigger('submit')
    await flushPromises()
    await page.get('[role=alert] a').trigger('click')
    expect(page.get('details').element.open).toBe(true)
    expect(document.activeElement).toBe(page.get('input').element)
  })

  it('takes the words back as soon as the answer is right', async () => {
    const page = await submitted()
    await page.get('input').setValue('45')
    expect(page.find('[role=alert]').exists()).toBe(false)
  })

  it("puts the server's error beside its field and keeps what was typed", async () => {
    send.mockRejectedValue({ validationErrors: [{ field: 'minutes', problem: 'too-large', limit: 600 }] })
    const page = await submitted('900')
    expect(page.get('#field-minutes-error').text()).toBe('Please use 600 or less.')
    expect(page.get('input').element.value).toBe('900')
  })

  it('says that answers are safe when the connection is lost', async () => {
    send.mockRejectedValue(Object.assign(new Error(), { code: 'NO_CONNECTION' }))
    expect((await submitted('45')).get('[role=alert]').text()).toContain('Nothing is lost.')
  })

  it('is sent once, however often it is pressed', async () => {
    send.mockReturnValue(new Promise(() => undefined))
    const page = await submitted('45')
    await page.get('form').trigger('submit')
    expect(send).toHaveBeenCalledTimes(1)
  })

  it.each(['1,250', '12,500', '1,250,000'])(
    'asks about %s instead of guessing, and sends nothing',
    async (typed) => {
      const page = await submitted(typed)
      expect(page.get('#field-minutes-error').text()).toBe(
        'Please write this without a comma, like 1250 or 1.25.',
      )
      expect(page.get('[role=alert]').text()).toContain('Minutes: Please write this without a comma')
      expect(send).not.toHaveBeenCalled()
      expect(page.get('input').element.value).toBe(typed)
    },
  )

  it.each([
    ['0,5', 0.5],
    ['37,5', 37.5],
    ['1250', 1250],
    ['1.25', 1.25],
    ['0,125', 0.125],
  ])('reads %s as %d', async (typed, value) => {
    await submitted(typed)
    expect(send).toHaveBeenCalledWith(value)
  })
})
