import { scaleLinear, scalePoint } from 'd3-scale'
import { line } from 'd3-shape'

export interface Series {
  readonly key: string
  readonly label: string
  /** One value per point of the chart; null is a gap and stays one. */
  readonly values: readonly (number | null)[]
}

export interface ChartFrame {
  readonly width: number
  readonly height: number
  readonly domain: readonly [number, number]
  readonly points: readonly string[]
}

const MARGIN = { top: 12, right: 14, bottom: 30, left: 34 }
const PIXELS_PER_LABEL = 100

/** Places series, ticks and labels; draws nothing. */
export function chartShapes(frame: ChartFrame, series: readonly Series[], ticks: readonly number[]) {
  const x = scalePoint<number>()
    .domain(frame.points.map((_, index) => index))
    .range([MARGIN.left + 8, Math.max(MARGIN.left + 9, frame.width - MARGIN.right)])
  const y = scaleLinear()
    .domain([...frame.domain])
    .range([frame.height - MARGIN.bottom, MARGIN.top])
  const at = (index: number) => x(index) ?? 0
  const path = line<number | null>()
    .defined((value) => value !== null)
    .x((_, index) => at(index))
    .y((value) => y(value ?? 0))
  const room = Math.max(2, Math.floor(frame.width / PIXELS_PER_LABEL))
  const step = Math.max(1, Math.ceil(frame.points.length / room))
  const last = frame.points.length - 1
  return {
    left: MARGIN.left,
    right: frame.width - MARGIN.right,
    heightOf: (value: number) => y(value),
    ticks: ticks.map((value) => ({ value, y: y(value) })),
    // Counted from the newest point, so that the last one always has its label.
    labels: frame.points
      .map((point, index) => ({ point, index, x: at(index) }))
      .filter(({ index }) => (last - index) % step === 0),
    lines: series.map((each) => ({
      ...each,
      path: path([...each.values]) ?? '',
      dots: each.values.flatMap((value, index) =>
        value === null ? [] : [{ index, value, x: at(index), y: y(value) }],
      ),
    })),
  }
}
