import { deflateSync } from 'node:zlib'
import { PNG_SIGNATURE } from '@alongside/shared/certification/evidence/evidence-limits'
import { pngChunk } from '@alongside/shared/certification/evidence/strip-png'

const [WIDTH, HEIGHT] = [840, 600]
const [PAPER, INK, FRAME, SEAL] = [250, 70, 150, 110]

/** A sheet like a certificate of a course: a frame, lines where the words are, a seal. It names nobody. */
export function certificatePicture(): Buffer {
  const rows = Array.from({ length: HEIGHT }, (_row, y) =>
    Buffer.from([0, ...Array.from({ length: WIDTH }, (_column, x) => shadeAt(x, y))]),
  )
  return Buffer.concat([
    Buffer.from(PNG_SIGNATURE),
    pngChunk('IHDR', header()),
    pngChunk('IDAT', deflateSync(Buffer.concat(rows))),
    pngChunk('IEND', new Uint8Array()),
  ])
}

/** 8 bits of gray. */
function header(): Uint8Array {
  const data = Buffer.alloc(13)
  data.writeUInt32BE(WIDTH, 0)
  data.writeUInt32BE(HEIGHT, 4)
  data[8] = 8
  return data
}

/** Each line by its height and half its width. */
const LINES = [
  { y: 120, thick: 26, half: 230 },
  { y: 210, thick: 10, half: 120 },
  { y: 270, thick: 18, half: 180 },
  { y: 340, thick: 10, half: 250 },
  { y: 370, thick: 10, half: 210 },
] as const

function shadeAt(x: number, y: number): number {
  const edge = Math.min(x, y, WIDTH - 1 - x, HEIGHT - 1 - y)
  if ((edge > 22 && edge < 30) || (edge > 36 && edge < 39)) return FRAME
  const fromSeal = Math.hypot(x - WIDTH / 2, y - 480)
  if (fromSeal < 44) return fromSeal > 36 || fromSeal < 26 ? SEAL : PAPER
  const isInk = LINES.some(
    (line) => Math.abs(y - line.y) < line.thick / 2 && Math.abs(x - WIDTH / 2) < line.half,
  )
  return isInk ? INK : PAPER
}
