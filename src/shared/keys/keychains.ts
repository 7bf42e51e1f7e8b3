import { z } from 'zod'

/** What keeps a person's secrets on a computer: on macOS, on Windows, and on Linux desktops. */
export const KEYCHAINS = ['keychain', 'dpapi', 'gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6'] as const
export const keychainName = z.enum(KEYCHAINS)
export type KeychainName = z.infer<typeof keychainName>
