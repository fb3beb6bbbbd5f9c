/** The copper coin of the icon; the same drawing as `public/icon/icon.svg`. */
export function Coin({ className = 'size-6' }: { className?: string }) {
  return (
    <svg viewBox="0 0 128 128" className={className} aria-hidden="true">
      <circle cx="64" cy="64" r="62" fill="#8f4216" />
      <circle cx="64" cy="64" r="54" fill="#c8733a" />
      <circle cx="64" cy="64" r="54" fill="none" stroke="#e9a877" strokeWidth="4" />
      <path
        d="M41 51c0-13 10-22 23-22s23 8 23 20c0 11-7 18-18 28L43 97h45"
        fill="none"
        stroke="#fff6ec"
        strokeWidth="14"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
