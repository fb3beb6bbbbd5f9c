import { passphrase, type Tuppence } from '../e2e/tuppence'

/** Leaves the browser to the person in front of it, until they close it. */
export async function live(tuppence: Tuppence): Promise<void> {
  const { world, context } = tuppence
  await tuppence.setUpWallet({ dollars: 10, lock: 'passphrase' })
  const page = await context.newPage()
  await page.goto(world.news.url)
  await tuppence.console.close()
  console.log(`
Tuppence is installed in the browser that has just opened. Its wallet holds $10.00 of test money
on a chain that lives on this machine only. (Its passphrase, should you lock it: ${passphrase})

  1. You are on the front page of The Harbour Gazette. Click "The Last Keeper of Skerry Light".
  2. It costs $0.05. The Tuppence popup opens (else click the coin in the toolbar): press Pay.
  3. The article opens. Press Back: you are on the front page again.
  4. In the popup choose Limits, and allow up to $0.02 a payment and $1.00 a day.
  5. Open "tide tables" ($0.01): it opens without asking. Then Weather: its forecast costs $0.02.
  6. In the popup choose History: all three payments are there.

Close the browser to end the demo.
`)
  await new Promise<void>((resolve) => context.on('close', () => resolve()))
}
