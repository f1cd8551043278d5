/** Shows a list whole while it is printed, and its page again afterwards. */
export interface ListPrint {
  showAll(): Promise<void>
  showPage(): void
}

/** The choices that stand in the filters of a list, as the screen words them. */
export function filtersIn(root: ParentNode | null): string {
  const controls = [...(root?.querySelectorAll('select, input, button[aria-pressed="true"]') ?? [])]
  return controls
    .map(said)
    .filter((text) => text !== '')
    .join(', ')
}

function said(control: Element): string {
  if (control instanceof HTMLButtonElement) return textOf(control)
  if (control instanceof HTMLSelectElement)
    return control.value === '' ? '' : `${labelOf(control)}: ${control.selectedOptions[0]?.text ?? ''}`
  if (!(control instanceof HTMLInputElement)) return ''
  if (control.type === 'checkbox' || control.type === 'radio') return control.checked ? labelOf(control) : ''
  return control.value.trim() === '' ? '' : `${labelOf(control)}: ${control.value.trim()}`
}

const textOf = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim()
const labelOf = ({ labels }: HTMLInputElement | HTMLSelectElement): string =>
  labels?.[0] ? textOf(labels[0]) : ''

/** What stands on the edge of each printed page; the texts are ours and people's names, so quotes are put out of action. */
export function pageEdges(top: string, page: string, of: string): CSSStyleSheet {
  const quoted = (text: string): string =>
    `"${text.replace(/["\\\n\r\f]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`@page {
    @top-left { content: ${quoted(top)}; }
    @bottom-right { content: ${quoted(page)} counter(page) ${quoted(of)} counter(pages); }
  }`)
  return sheet
}
