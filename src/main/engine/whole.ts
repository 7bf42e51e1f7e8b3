// All that the window's thread needs once more is asked than whether there is a store.
export { DEFAULT_COST } from '../crypto/keyring.ts'
export { ensureDemoStore } from '../demo/ensure.ts'
export { createEngine } from './engine.ts'
