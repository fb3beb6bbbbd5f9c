/**
 * The HTML paywalls that servers send to browsers, in the shapes of those who publish them. Ours
 * by hand: the legacy package weighs 476 MB with what it needs. What matters is kept: where the
 * configuration stands, how it is written, and the size of the script that follows it.
 */

/** Bytes of inline script and style around the configuration, as measured in the packages. */
const LEGACY = { before: 46_932, after: 3_490_000 }
const CURRENT = { before: 4_707, after: 2_310_000 }

/** `getPaywallHtml` of the legacy `x402` package (v1): members without quotes, a comma too many. */
export function legacyPaywallPage(paymentRequirements: unknown): string {
  const config = `
  <script>
    window.x402 = {
      amount: 0.01,
      paymentRequirements: ${JSON.stringify(paymentRequirements)},
      testnet: true,
      currentUrl: "http://a.localhost/paid",
      config: {
        chainConfig: {"84532":{"usdcAddress":"0x036CbD53842c5426634e7929541eC2318f3dCF7e"}},
      },
      cdpClientKey: "",
      appName: "Harbour \\"Gazette\\"",
      appLogo: "",
      sessionTokenEndpoint: "",
    };
    console.log('Payment requirements initialized:', window.x402);
  </script>`
  return paywallPage(config, LEGACY)
}

/** `getEvmPaywallHtml` of `@x402/paywall` (v2). */
export function currentPaywallPage(paymentRequired: unknown): string {
  const config = `
  <script>
    window.x402 = {
      amount: 0.01,
      paymentRequired: ${JSON.stringify(paymentRequired)},
      testnet: true,
      currentUrl: "http://a.localhost/paid",
      config: {
        chainConfig: {"base":{"usdcName":"USDC"}},
      },
      appName: "",
      appLogo: "",
    };
    console.log('EVM Payment required initialized:', window.x402);
  </script>`
  return paywallPage(config, CURRENT)
}

/** The Python servers write the whole as JSON, with `<` escaped. */
export function pythonPaywallPage(members: Record<string, unknown>): string {
  const json = JSON.stringify(members).replaceAll('<', '\\u003c').replaceAll('>', '\\u003e')
  return paywallPage(`<script>\n    window.x402 = ${json};\n</script>`, CURRENT)
}

/** The frame of them all: style, configuration, then the page's own script. */
function paywallPage(config: string, { before, after }: typeof LEGACY): string {
  const style = `.ock-text{color:var(--ock-text)}`
  const script = `var x=window.x402;if(!x){throw new Error("</scr"+"ipt> never")}/* {"[' */;`
  return `<!DOCTYPE html><html lang="en"><head>
        <meta charset="UTF-8">
    <title>Payment Required</title><style>${style.padEnd(before, style)}</style>${config}
</head><body><div id="root">Pay to read</div><script>(()=>{${script.padEnd(after, '/* react */;')}})();
</script></body></html>`
}
