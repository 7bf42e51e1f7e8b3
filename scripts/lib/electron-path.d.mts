/** Which Electron the set-up chose. */
export type ElectronInUse = {
  readonly kind: 'official' | 'fallback' | 'own'
  readonly executable: string
  readonly version: string
  /** Why Chromium's sandbox cannot work for this user on this machine; null where it does. */
  readonly withoutSandbox: 'root' | 'kernel' | null
}

export function electronInUse(): ElectronInUse
export function electronExecutable(): string
export function electronArguments(): string[]
export function electronEnvironment(): Record<string, string>
