/**
 * The longest backup file, characters. A message of a browser holds 64 MiB, and everything that is
 * asked for together with the file is in it too: what is longer could not be taken in again.
 */
export const MAX_BACKUP_CHARS = 2 ** 26 - 2 ** 16
