import { config } from 'zod/v4/core'

type TrustedTypes = {
  createPolicy: (name: string, rules: { createHTML: (text: string) => string }) => unknown
}

/** Markup never comes from text here: the style sheets Mantine writes hold no `<`, anything else is refused. */
function onlyStyleText(text: string): string {
  if (text.includes('<')) throw new TypeError('markup from text is refused')
  return text
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
trustedTypes?.createPolicy('default', { createHTML: onlyStyleText })

// zod would try `new Function` to see whether it may: the page's policy forbids it and would report each try.
config({ jitless: true })
