import { app, type Session, session as sessions, type WebContents } from 'electron'
import { PAGE_ORIGIN, SCHEME } from './page-protocol.ts'

const DEBUG_REFUSED = 77

/** A packaged desk never opens a debugging port: whoever reaches it would own every window. Fuses do not stop this switch. */
export function refuseDebugPort(): void {
  if (!app.isPackaged) return
  const switches = ['remote-debugging-port', 'remote-debugging-pipe', 'remote-allow-origins', 'js-flags']
  if (switches.some((name) => app.commandLine.hasSwitch(name))) process.exit(DEBUG_REFUSED)
}

/** No permission is ever granted, and no request leaves for anywhere but the page's own protocol. */
export function hardenSession(session: Session = sessions.defaultSession): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isAllowed(details.url) }))
  session.on('will-download', (event) => event.preventDefault())
}

function isAllowed(url: string): boolean {
  return (
    url.startsWith(`${SCHEME}://`) ||
    url.startsWith('devtools://') ||
    url.startsWith('data:') ||
    url.startsWith(`blob:${PAGE_ORIGIN}`)
  )
}

/** A window shows the desk's own page and never becomes anything else. */
export function hardenContents(contents: WebContents): void {
  const isOwn = (url: string) => url === `${PAGE_ORIGIN}/index.html` || url.startsWith(`${PAGE_ORIGIN}/index.html#`)
  contents.on('will-navigate', (event) => {
    if (!isOwn(event.url)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!isOwn(event.url)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
