// Breaks the long lines in which PostgreSQL gives back expressions, so that a person can read and compare them.

const WIDTH = 110
const INDENT = 2
/** Where a line may break, the best places first; the line goes on with what was found. */
const BREAKS = [
  / (?=(?:REFERENCES|REFERENCING|DEFERRABLE|WHEN|EXECUTE|RETURNS|ON \w+ TO) )/g,
  / (?=(?:FROM|WHERE|LEFT JOIN|(?<!LEFT )JOIN|ORDER BY) )/g,
  / (?=OR )/g,
  / (?=AND )/g,
]

/** What means the same in fewer words. */
export function inPlainWords(sql: string): string {
  return sql
    .replaceAll(/\( SELECT (access\.\w+\([^()]*\)) AS \w+\)/g, '(SELECT $1)')
    .replaceAll(/\((\(SELECT access\.\w+\([^()]*\)\))\)/g, '$1')
    .replaceAll(/('(?:[^']|'')*')::text(?!\[)/g, '$1')
    .replaceAll(/= ANY \(ARRAY\[([^\]]*)\]\)/g, 'IN ($1)')
    .replaceAll('timestamp with time zone', 'timestamptz')
    .replaceAll('( SELECT', '(SELECT')
    .replaceAll(' USING btree ', ' ')
}

/** One statement or one part of it, in as many lines as it needs; those that follow are indented below the first. */
export function wrapped(sql: string, indent = INDENT): string {
  if (sql.length + indent <= WIDTH) return sql
  for (const place of BREAKS) {
    const parts = splitOutside(sql, place)
    if (parts.length > 1)
      return parts.map((part) => wrapped(part, indent + INDENT)).join(`\n${' '.repeat(indent)}`)
  }
  const items = splitOutside(sql, /(?<=,) /g)
  if (items.length > 1) return filled(items, indent)
  const group = widestGroup(sql)
  if (!group) return sql
  const [open, close] = group
  const inside = wrapped(sql.slice(open + 1, close), indent + INDENT)
  const line = `\n${' '.repeat(indent)}`
  return `${sql.slice(0, open + 1)}${line}${inside}${sql.slice(close)}`
}

/** As many items of a list on a line as fit. */
function filled(items: readonly string[], indent: number): string {
  const lines = ['']
  for (const item of items.map((one) => wrapped(one, indent + INDENT))) {
    const last = lines.at(-1) ?? ''
    if (last !== '' && last.length + item.length + 1 + indent > WIDTH) lines.push(item)
    else lines[lines.length - 1] = last === '' ? item : `${last} ${item}`
  }
  return lines.join(`\n${' '.repeat(indent)}`)
}

/** The parts between the places that are in no parentheses, brackets or quotes. */
function splitOutside(sql: string, place: RegExp): string[] {
  const depths = depthsOf(sql)
  const parts: string[] = []
  let from = 0
  for (const { index, 0: found } of sql.matchAll(place)) {
    if (depths[index] !== 0) continue
    parts.push(sql.slice(from, index))
    from = index + found.length
  }
  return [...parts, sql.slice(from)]
}

/** The longest pair of outermost parentheses or brackets: where it opens and where it closes. */
function widestGroup(sql: string): [number, number] | undefined {
  const depths = depthsOf(sql)
  let widest: [number, number] | undefined
  let open = 0
  for (let at = 0; at < sql.length; at++) {
    const character = sql.charAt(at)
    if (depths[at] === 1 && '(['.includes(character)) open = at
    const closes = depths[at] === 0 && ')]'.includes(character)
    if (closes && at - open > (widest ? widest[1] - widest[0] : 0)) widest = [open, at]
  }
  return widest
}

/** How many parentheses and brackets are open after each character; what is quoted opens and closes none. */
function depthsOf(sql: string): number[] {
  let depth = 0
  let quoted = false
  return [...sql].map((character) => {
    if (character === "'") quoted = !quoted
    else if (!quoted && '(['.includes(character)) depth++
    else if (!quoted && ')]'.includes(character)) depth--
    return quoted ? depth + 1 : depth
  })
}
