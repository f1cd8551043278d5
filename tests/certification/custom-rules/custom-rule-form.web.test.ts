import { afterEach, describe, expect, it } from 'vitest'
import FormField from '../../../web/src/ui/form/FormField.vue'
import NumberInput from '../../../web/src/ui/input/NumberInput.vue'
import RepeatedLines from '../../../web/src/certification/custom-rule-parts/RepeatedLines.vue'
import {
  emptyLimit,
  partsInput,
  type LimitRow,
  type PartValues,
} from '../../../web/src/certification/custom-rule-parts/part-form.ts'
import { mountInPage } from '../../app/mount.ts'

afterEach(() => {
  document.body.innerHTML = ''
})

function limitSent(row: Partial<LimitRow>) {
  const limits = [{ ...emptyLimit(), ...row }]
  const others: Omit<PartValues, 'limits'> = {
    conversions: [],
    papers: [],
    proofHow: '',
    keepYears: null,
    mustShow: [],
    audit: '',
    exceptions: [],
  }
  return partsInput({ ...others, limits }).limits[0]
}

describe('the form of a rule', () => {
  it('sends the one way of earning that it shows, whatever was ticked under another kind', () => {
    const earnedBy: LimitRow['earnedBy'] = ['TEACHING', 'PREPARING']
    expect(limitSent({ kind: 'EARNED_BY_NEVER', earnedBy })).toMatchObject({ earnedBy })
    expect(limitSent({ kind: 'EARNED_BY_MOST', earnedBy, hours: 10 })).toMatchObject({
      earnedBy: ['TEACHING'],
      hours: 10,
    })
  })

  it('shows each line its own figure after one before it was removed', async () => {
    const page = mountInPage({
      components: { FormField, RepeatedLines, NumberInput },
      data: () => ({ lines: [{ hours: null }, { hours: 6 }] }),
      setup: () => ({ empty: () => ({ hours: null }) }),
      template: `
        <RepeatedLines v-model="lines" name="n" label="L" add="Add" :empty="empty" :remove="() => 'Remove'">
          <template #default="{ line, place }">
            <FormField :name="'n.' + place" label="Hours"><NumberInput v-model="line.hours" /></FormField>
          </template>
        </RepeatedLines>`,
    })
    await page.get('input').setValue('six')
    await page.get('input').trigger('blur')
    await page.get('[data-line] button').trigger('click')
    expect(page.findAll('input').map(({ element }) => element.value)).toEqual(['6'])
    await page.get('button[id=field-n]').trigger('click')
    expect(page.findAll('input').map(({ element }) => element.id)).toEqual(['field-n.0', 'field-n.1'])
  })
})
