import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@playwright/test'
import { launchDesk, type RunningDesk } from './desk.ts'

let desk: RunningDesk

test.beforeAll(async () => {
  desk = await launchDesk()
  await expect(desk.page.getByRole('textbox').first()).toBeVisible()
})
test.afterAll(() => desk.close())

test('the window is sandboxed and isolated, with web security and without Node', async () => {
  const preferences = await desk.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>
    }
    const { contextIsolation, sandbox, webSecurity, nodeIntegration, webviewTag, allowRunningInsecureContent } =
      contents.getLastWebPreferences()
    return {
      contextIsolation,
      sandbox,
      webSecurity,
      nodeIntegration,
      webviewTag,
      allowRunningInsecureContent: allowRunningInsecureContent ?? false,
    }
  })
  expect(preferences).toEqual({
    contextIsolation: true,
    sandbox: true,
    webSecurity: true,
    nodeIntegration: false,
    webviewTag: false,
    allowRunningInsecureContent: false,
  })
})

test('the page has no require, no process and only two functions of ours', async () => {
  const found = await desk.page.evaluate(() => ({
    globals: ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
      (name) => name in window,
    ),
    bridge: Object.keys((window as unknown as { desk: object }).desk).sort(),
    origin: location.origin,
  }))
  expect(found).toEqual({ globals: [], bridge: ['call', 'listen'], origin: 'app://desk' })
})

test('inline script, eval and strings as markup are blocked', async () => {
  const outcome = await desk.page.evaluate(async () => {
    const blocked: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => blocked.push(event.effectiveDirective))
    const script = document.createElement('script')
    let hasMarkup = false
    try {
      script.textContent = 'window.inlineRan = true'
      document.head.append(script)
    } catch {
      blocked.push('trusted-types')
    }
    // Evaluating directly would go round the policy: a timer's callback does not.
    const evaluated = await new Promise((resolve) => {
      setTimeout(() => {
        try {
          resolve(new Function('return 1')())
        } catch (error) {
          resolve(error instanceof Error ? error.name : 'thrown')
        }
      }, 0)
    })
    await new Promise((resolve) => {
      setTimeout(() => {
        try {
          const holder = document.createElement('div')
          holder.innerHTML = '<img src=x>'
          hasMarkup = holder.children.length > 0
        } catch {
          hasMarkup = false
        }
        resolve(null)
      }, 0)
    })
    return { inlineRan: 'inlineRan' in window, evaluated, hasMarkup, isBlocked: blocked.length > 0 }
  })
  expect(outcome).toEqual({ inlineRan: false, evaluated: 'EvalError', hasMarkup: false, isBlocked: true })
})

test('the page protocol serves the page and no way out of its folder', async () => {
  const statuses = await desk.app.evaluate(async ({ net }) => {
    const addresses = [
      'app://desk/index.html',
      'app://desk/..%2fmain%2findex.js',
      'app://desk/%00',
      'app://desk/../../package.json',
      'app://other/index.html',
      'app://desk/missing.js',
    ]
    const answers: number[] = []
    for (const address of addresses) answers.push((await net.fetch(address)).status)
    return answers
  })
  expect(statuses).toEqual([200, 403, 403, 404, 403, 404])
})

test('nothing is loaded from outside, and the window goes nowhere else', async () => {
  let hits = 0
  const server = http.createServer((_request, response) => {
    hits += 1
    response.end('hello')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const outside = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const outcome = await desk.page.evaluate(async (address) => {
    const fetched = await fetch(address).then(
      () => 'loaded',
      () => 'refused',
    )
    const image = new Image()
    const drawn = await new Promise((resolve) => {
      image.onload = () => resolve('loaded')
      image.onerror = () => resolve('refused')
      image.src = address
    })
    const opened = window.open(address)
    location.href = address
    return { fetched, drawn, opened: opened === null }
  }, outside)
  expect(outcome).toEqual({ fetched: 'refused', drawn: 'refused', opened: true })
  await desk.page.evaluate(() => {
    location.href = 'https://example.invalid/'
  })
  await desk.page.evaluate(() => {
    location.href = 'app://other/index.html'
  })
  await expect.poll(() => desk.page.url()).toBe('app://desk/index.html')
  expect(hits).toBe(0)
  await new Promise((resolve) => server.close(resolve))
})

test('every permission is refused', async () => {
  const states = await desk.page.evaluate(async () => {
    const names = ['notifications', 'geolocation', 'camera', 'microphone', 'clipboard-read'] as PermissionName[]
    const found = await Promise.all(
      names.map((name) =>
        navigator.permissions.query({ name }).then(
          ({ state }) => state,
          () => 'denied',
        ),
      ),
    )
    const notification = await Notification.requestPermission()
    return [...found, notification]
  })
  expect(new Set(states)).toEqual(new Set(['denied']))
})

test('a window that is not ours gets no answer', async () => {
  const answer = await desk.app.evaluate(async ({ app, BrowserWindow }) => {
    const preload = `${app.getAppPath()}/out/preload/preload.cjs`
    const foreign = new BrowserWindow({
      show: false,
      webPreferences: { preload, sandbox: true, contextIsolation: true },
    })
    await foreign.loadURL('data:text/html,<p>foreign</p>')
    const result = await foreign.webContents.executeJavaScript("window.desk.call('session.status', {})")
    foreign.destroy()
    return result
  })
  expect(answer).toEqual({ ok: false, failure: { code: 'FORBIDDEN' } })
})

test('oversized, cyclic and unknown messages are refused before they are looked at', async () => {
  const answers = await desk.page.evaluate(async () => {
    const { call } = (window as unknown as { desk: { call(name: unknown, input: unknown): Promise<unknown> } }).desk
    const cycle: Record<string, unknown> = {}
    cycle.self = cycle
    return [
      await call('session.status', 'x'.repeat(5_000_000)),
      await call('session.status', cycle),
      await call(42, {}),
      await call('shell.open', {}),
      await call('session.restore', { file: '/etc/passwd', login: 'boss', password: 'whatever it is' }),
    ]
  })
  expect(answers).toMatchObject([
    { failure: { code: 'INVALID_INPUT' } },
    { failure: { code: 'INVALID_INPUT' } },
    { failure: { code: 'INVALID_INPUT' } },
    { failure: { code: 'UNKNOWN_CALL' } },
    { failure: { code: 'INVALID_INPUT', issues: [{ path: 'file', reason: 'file-token' }] } },
  ])
})
