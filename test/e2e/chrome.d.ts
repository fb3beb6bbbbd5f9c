/** What `page.evaluate` finds in an extension page or in the worker. */
declare const chrome: typeof import('wxt/browser')['browser']
