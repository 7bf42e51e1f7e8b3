import sodium from 'libsodium-wrappers'

// The library is WebAssembly that compiles once; whoever imports this file may call it right away.
await sodium.ready

export { sodium }

/** Overwrites secrets with zeros; call it on every copy once it has served. */
export function wipe(...secrets: (Uint8Array | null | undefined)[]): void {
  for (const secret of secrets) if (secret) sodium.memzero(secret)
}
