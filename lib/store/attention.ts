import { type Attention, db } from './db'

const DEFAULT: Attention = { openPopup: true, notifyFrom: null }

/** How the wallet calls the user. */
export async function getAttention(): Promise<Attention> {
  const row = await db.settings.get('attention')
  return row?.key === 'attention' ? row.value : DEFAULT
}

export async function setAttention(value: Attention): Promise<void> {
  await db.settings.put({ key: 'attention', value })
}
