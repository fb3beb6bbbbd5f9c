/** `2026-11-21T10:32:05+01:00` (ISO 8601): the user's own clock, with its zone at that moment. */
export function isoLocal(at: number): string {
  const minutes = -new Date(at).getTimezoneOffset()
  const local = new Date(at + minutes * 60_000).toISOString().slice(0, 19)
  const sign = minutes < 0 ? '-' : '+'
  const hours = Math.floor(Math.abs(minutes) / 60)
  return `${local}${sign}${twoDigits(hours)}:${twoDigits(Math.abs(minutes) % 60)}`
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
