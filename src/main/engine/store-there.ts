import { hasStoreFile, isReplacing } from '../store/store-file.ts'

/**
 * Whether a store file is there, once a replacement that was cut short has ended. What ends one is read only then: the
 * sign-in screen asks this first, and needs no cryptography.
 */
export async function isStoreThere(file: string): Promise<boolean> {
  if (isReplacing(file)) (await import('./replacement.ts')).settleReplacement(file)
  return hasStoreFile(file)
}
