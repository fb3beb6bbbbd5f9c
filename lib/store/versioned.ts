/**
 * IndexedDB for Dexie, which opens records of a later version without naming a version, and even
 * adds to them what it misses. Here such an opening fails with a `VersionError`, as the browser
 * means it: what this version cannot know it does not touch.
 */
export const versioned: Pick<IDBFactory, 'open' | 'deleteDatabase' | 'databases'> = {
  open: (name, version) => indexedDB.open(name, version ?? 1),
  deleteDatabase: (name) => indexedDB.deleteDatabase(name),
  databases: () => indexedDB.databases(),
}
