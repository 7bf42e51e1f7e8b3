import { app, safeStorage } from 'electron'
import type { KeychainName } from '../../shared/keys/keychains.ts'
import type { KeychainAnswer, KeychainQuestion } from './engine-messages.ts'

/** Not among them: what Chromium falls back to on Linux, a fixed password that anybody can read in its source. */
const OF_LINUX: readonly KeychainName[] = ['gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6']

/** Answers a question of the engine by the system's keychain; a failure is an answer too. */
export async function askKeychain(question: KeychainQuestion): Promise<KeychainAnswer> {
  await app.whenReady()
  try {
    if (question.ask === 'backend') return { backend: backendName() }
    if (question.ask === 'open') return { bytes: openSealed(question.bytes) }
    return { bytes: safeStorage.encryptString(Buffer.from(question.bytes).toString('base64')) }
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
}

function backendName(): KeychainName | null {
  if (!safeStorage.isEncryptionAvailable()) return null
  if (process.platform === 'darwin') return 'keychain'
  if (process.platform === 'win32') return 'dpapi'
  const backend = safeStorage.getSelectedStorageBackend()
  return OF_LINUX.find((name) => name === backend) ?? null
}

function openSealed(sealed: Uint8Array): Uint8Array {
  return new Uint8Array(Buffer.from(safeStorage.decryptString(Buffer.from(sealed)), 'base64'))
}
