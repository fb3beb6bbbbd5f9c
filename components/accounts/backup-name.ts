/** `tuppence-backup-2026-11-21.json`, by the user's calendar. */
export function backupName(now: Date): string {
  const twoDigits = (part: number) => String(part).padStart(2, '0')
  const day = [now.getFullYear(), twoDigits(now.getMonth() + 1), twoDigits(now.getDate())]
  return `tuppence-backup-${day.join('-')}.json`
}
