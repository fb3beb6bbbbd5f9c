import { useId, useMemo } from 'react'
import { qrPath } from './qr-path'

/** A text to be scanned: dark on white in dark mode too, since many readers know only that. */
export function QrCode({ text, title }: { text: string; title: string }) {
  const id = useId()
  const { size, path } = useMemo(() => qrPath(text), [text])
  return (
    <svg
      role="img"
      aria-labelledby={id}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="block size-52 rounded-xl border border-line"
    >
      <title id={id}>{title}</title>
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  )
}
