/** Fixed by the public key in the manifest. */
export const extensionId = 'piagjlbkdhadlnahmmafeahkbjkknipj'
