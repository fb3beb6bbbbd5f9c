import { db } from './db'

/** Origins of the sites that the user has paid before. */
export async function familiarSites(): Promise<string[]> {
  return (await db.acquaintances.orderBy('site').uniqueKeys()).map(String)
}
