export const MANIFEST = 'manifest.json'
export const SIGNATURE = 'manifest.json.minisig'
export const PUBLIC_KEY = 'public-key.txt'
export const SUMS = 'SHA256SUMS'
export const AUDIT = 'audit.jsonl'
export const CHAIN = 'chain.jsonl'
export const CHAIN_START = 'chain-start.txt'
export const CHAIN_HEAD = 'chain-head.txt'

/** The files that close a bundle, in their order; all others are listed in the manifest. */
export const CLOSING_FILES = [MANIFEST, SIGNATURE, PUBLIC_KEY, SUMS] as const
const RESERVED = new Set<string>([...CLOSING_FILES, AUDIT, CHAIN, CHAIN_START, CHAIN_HEAD].map(foldName))

const NAME_FORM = /^[A-Za-z0-9][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*$/
const WINDOWS_DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/** True for a flat, plain name that every file system takes as it is: no folders, no `..`, no device names. */
export function isPlainName(name: string): boolean {
  return name.length <= 100 && NAME_FORM.test(name) && !WINDOWS_DEVICE.test(name)
}

/** True for names that the bundle writes itself, which a part may not have. */
export function isReservedName(name: string): boolean {
  return RESERVED.has(foldName(name))
}

/** Two names are one where the file system ignores case. */
export function foldName(name: string): string {
  return name.toLowerCase()
}
