import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createFileTokens } from '../src/main/shell/file-tokens.ts'
import { EVIDENCE_MAX_BYTES } from '../src/shared/evidence/kinds.ts'

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

test('a dropped file arrives whole, however it was cut into parts, and its token serves once', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 50 }), { minLength: 1, maxLength: 6 }), (parts) => {
      const tokens = createFileTokens()
      let token: string | null = null
      for (const part of parts) token = tokens.hold({ token, name: 'a.txt', part: base64(part) }).token
      const whole = { name: 'a.txt', bytes: new Uint8Array(Buffer.concat(parts)) }
      expect(tokens.swap({ caseId: 'c', file: token })).toEqual({ caseId: 'c', file: whole })
      expect(tokens.swap({ caseId: 'c', file: token })).toBeUndefined()
    }),
  )
})

test('a chosen file stays a path that the page never sees; a made-up token is no file', () => {
  const tokens = createFileTokens()
  const token = tokens.add('/home/li/照片.jpg')
  expect(token).not.toContain('照片')
  expect(tokens.swap({ file: token })).toEqual({ file: '/home/li/照片.jpg' })
  expect(tokens.swap({ file: '/etc/passwd' })).toBeUndefined()
  expect(tokens.swap({ file: { name: 'a', bytes: new Uint8Array(1) } })).toBeUndefined()
})

test('what waits is limited: one file to what may be kept, and all to a few', () => {
  const tokens = createFileTokens()
  const part = base64(new Uint8Array(EVIDENCE_MAX_BYTES))
  const { token } = tokens.hold({ token: null, name: 'a.pdf', part })
  const more = base64(new Uint8Array(2))
  expect(() => tokens.hold({ token, name: 'a.pdf', part: more })).toThrow('too large')
  expect(() => tokens.hold({ token, name: 'a.pdf', part: more })).toThrow('no such file')
  const held = Array.from({ length: 5 }, (_, i) => tokens.hold({ token: null, name: `${i}.txt`, part: more }).token)
  expect(held.map((one) => tokens.swap({ file: one }) !== undefined)).toEqual([false, true, true, true, true])
})

test('a list of files is taken whole: every one of it a token, or none of it goes on', () => {
  const tokens = createFileTokens()
  const chosen = tokens.add('/home/li/登机牌.pdf')
  const { token } = tokens.hold({ token: null, name: 'a.txt', part: base64(new Uint8Array([65])) })
  const both = { kind: 'complaint', attachments: [{ file: chosen, note: '登机牌' }, { file: token }] }
  expect(tokens.swap(both)).toEqual({
    kind: 'complaint',
    attachments: [
      { file: '/home/li/登机牌.pdf', note: '登机牌' },
      { file: { name: 'a.txt', bytes: new Uint8Array([65]) } },
    ],
  })
  expect(tokens.swap({ attachments: [{ file: chosen }, { file: '/etc/passwd' }] })).toBeUndefined()
  expect(tokens.swap({ attachments: [{ file: chosen }, '/etc/passwd'] })).toBeUndefined()
  expect(tokens.swap({ attachments: '/etc/passwd' })).toBeUndefined()
  expect(tokens.swap({ attachments: [] })).toEqual({ attachments: [] })
})
