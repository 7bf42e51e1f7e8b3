import type { DemoProgress } from './live.ts'

/** Makes the demo store at the address unless a store is there; one that is there is left as it is, however old. */
export async function ensureDemoStore(
  address: string,
  now = Date.now(),
  onProgress: DemoProgress = () => {},
): Promise<void> {
  const { keyringPlace } = await import('../engine/keyring-place.ts')
  const { parseAddress } = await import('../store/address.ts')
  if (await keyringPlace(parseAddress(address)).hasStore()) return
  // The demo's texts are read only by whoever makes one.
  const { createDemoStore } = await import('./create.ts')
  await createDemoStore(address, { now }, onProgress)
}
