/** Hands a file to the person, as if they had followed a link to it. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}

/** Tells a spreadsheet that the file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF'

export function saveCsv(name: string, text: string): void {
  saveFile(name, new Blob([BYTE_ORDER_MARK + text], { type: 'text/csv;charset=utf-8' }))
}
