import { encode } from 'uqr'

/** Dots of the screen for each square, so that a code stays sharp; white squares around it, as scanners want. */
const [DOTS, BORDER] = [4, 4]

/** A text as a QR code, black on white also where the window is dark: phones read it from the screen and from paper. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, data } = encode(text, { ecc: 'M', border: BORDER })
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg
      role="img"
      aria-label={label}
      width={size * DOTS}
      height={size * DOTS}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      style={{ display: 'block', maxWidth: '100%', height: 'auto' }}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={dark.join('')} fill="#000" />
    </svg>
  )
}
