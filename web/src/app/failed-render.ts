/** Where Vue's handler says that a component could not be drawn: in words while developing, by number in the build. */
const RENDERING = ['setup function', 'render function', 'component update']
const RENDERING_CODES = [0, 1, 15]

/** https://vuejs.org/error-reference/#runtime-errors lists what the numbers stand for. */
export function hasFailedToRender(info: string): boolean {
  const code = /#runtime-(\w+)$/.exec(info)?.[1]
  return code === undefined ? RENDERING.includes(info) : RENDERING_CODES.includes(Number(code))
}
