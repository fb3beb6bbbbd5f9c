import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { markFetch } from '../lib/page/mark-fetch'

/** Main world, every page, Firefox only: the one thing that the browser does not tell us. */
export default defineUnlistedScript({ include: ['firefox'], main: markFetch })
