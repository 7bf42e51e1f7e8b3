import fs from 'node:fs'
import path from 'node:path'
import { protocol, type Session } from 'electron'

export const SCHEME = 'app'
export const PAGE_ORIGIN = `${SCHEME}://desk`
export const PAGE_URL = `${PAGE_ORIGIN}/index.html`

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.json': 'application/json',
  '.map': 'application/json',
}

/** Nothing from outside, no inline script, no eval, and no string becomes markup (Trusted Types). */
export const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

/** Must run before the app is ready: gives the page a secure origin of its own instead of file://. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/**
 * Serves the built page from one folder, and nothing outside it. By the older of Electron's two ways: `protocol.handle`
 * speaks in `Response`s, and Node takes 90 ms of the main thread to load those, while the first window waits.
 */
export function servePage(session: Session, folder: string): void {
  session.protocol.registerBufferProtocol(SCHEME, (request, answer) => {
    const file = fileOf(request.url, folder)
    if (!file) return answer({ statusCode: 403, data: NOTHING })
    fs.readFile(file, (error, data) => {
      answer(error ? { statusCode: 404, data: NOTHING } : { headers: headersOf(file), data })
    })
  })
}

const NOTHING = Buffer.alloc(0)

/** The file an address names, or undefined for another host, another kind of file or a way out of the folder. */
export function fileOf(address: string, folder: string): string | undefined {
  const url = new URL(address)
  if (url.host !== 'desk' || /%2f|%5c|%00/i.test(address)) return undefined
  const file = path.resolve(folder, `.${decodeURIComponent(url.pathname)}`)
  if (!file.startsWith(folder + path.sep) || !TYPES[path.extname(file)]) return undefined
  return file
}

function headersOf(file: string): Record<string, string> {
  return {
    'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
    'content-security-policy': CONTENT_POLICY,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  }
}
