import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openFile, PIECE_BYTES, resealFileKey, sealFile } from '../src/main/crypto/sealed-file.ts'
import { canAttach, canWithdraw, claimedKind, isNewContent, keptName } from '../src/main/rules/evidence.ts'
import { EVIDENCE_CASE_FILES, EVIDENCE_MAX_BYTES } from '../src/shared/evidence/kinds.ts'

const KEY = new Uint8Array(32).fill(3)
const PDF = new TextEncoder().encode('%PDF-1.7 …')
const offer = (name: string, head: Uint8Array = PDF, size = head.length) => ({ name, size, head })
const piece = (size: number, more = {}) => ({ name: 'a.pdf', size, sha256: 'aa', isWithdrawn: false, ...more })
const refusedWith = (decision: ReturnType<typeof canAttach>) => (decision.allowed ? 'allowed' : decision.rule)

describe('what may be attached', () => {
  test.each([
    ['boarding.PDF', PDF, 'allowed'],
    ['空.pdf', new Uint8Array(), 'evidence-empty'],
    ['run.exe', PDF, 'evidence-kind'],
    ['page.html', PDF, 'evidence-kind'],
    ['picture.svg', PDF, 'evidence-kind'],
    ['pdf', PDF, 'evidence-kind'],
    ['photo.jpg', PDF, 'evidence-mismatch'],
    ['photo.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'allowed'],
    ['notes.txt', new TextEncoder().encode('延误\r\n\t'), 'allowed'],
    ['notes.txt', new Uint8Array([77, 90, 0, 1]), 'evidence-mismatch'],
  ])('%s', (name, head, verdict) => {
    expect(refusedWith(canAttach(offer(name, head), []))).toBe(verdict)
  })

  test('a file, all files together and their number have a limit', () => {
    expect(refusedWith(canAttach(offer('a.pdf', PDF, EVIDENCE_MAX_BYTES), []))).toBe('allowed')
    expect(refusedWith(canAttach(offer('a.pdf', PDF, EVIDENCE_MAX_BYTES + 1), []))).toBe('evidence-too-large')
    const eight = Array.from({ length: 8 }, () => piece(EVIDENCE_MAX_BYTES))
    expect(refusedWith(canAttach(offer('a.pdf'), eight))).toBe('evidence-case-full')
    const many = Array.from({ length: EVIDENCE_CASE_FILES }, () => piece(1))
    expect(refusedWith(canAttach(offer('a.pdf'), many))).toBe('evidence-too-many')
  })

  test('the same content is attached once, unless it was withdrawn before', () => {
    expect(isNewContent('aa', [piece(1)])).toEqual({
      allowed: false,
      rule: 'evidence-there',
      params: { name: 'a.pdf' },
    })
    expect(isNewContent('aa', [piece(1, { isWithdrawn: true })])).toEqual({ allowed: true })
  })

  test('a kept name never leads anywhere and keeps its ending', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const kept = keptName(`${name}.pdf`)
        expect(kept).not.toMatch(/[/\\<>:"|?*\p{Cc}\p{Cf}]/u)
        expect(kept.length).toBeLessThanOrEqual(200)
        expect(claimedKind(kept)).toBe('pdf')
      }),
    )
    expect(keptName('C:\\Users\\li\\照片.JPG')).toBe('照片.JPG')
    expect(keptName('../../etc/passwd')).toBe('passwd')
  })
})

test('whoever attached a piece, the owner and leads withdraw it, with a reason', () => {
  const facts = { addedBy: 'li', isWithdrawn: false, caseOwnerId: 'zhao', isCaseOpen: true }
  const verdict = (id: string, role: 'agent' | 'lead', reason = '传错了文件', more = {}) =>
    refusedWith(canWithdraw({ id, role }, { ...facts, ...more }, reason))
  expect([
    verdict('li', 'agent'),
    verdict('zhao', 'agent'),
    verdict('sun', 'agent'),
    verdict('sun', 'lead'),
    verdict('li', 'agent', '错 '),
    verdict('li', 'agent', '传错了文件', { isWithdrawn: true }),
    verdict('li', 'agent', '传错了文件', { isCaseOpen: false }),
  ]).toEqual([
    'allowed',
    'allowed',
    'evidence-not-yours',
    'allowed',
    'evidence-reason',
    'evidence-withdrawn',
    'case-is-closed',
  ])
})

describe('sealed content', () => {
  const content = Uint8Array.from({ length: PIECE_BYTES * 2 + 17 }, (_, i) => (i * 7) % 251)
  const sealed = sealFile(KEY, 'facts', content)
  const [first, second, third] = sealed.pieces
  if (!first || !second || !third) throw new Error('three pieces expected')

  test('comes back as it was, also around the size of a piece', () => {
    for (const size of [1, PIECE_BYTES - 1, PIECE_BYTES, PIECE_BYTES + 1]) {
      const { key, pieces } = sealFile(KEY, 'facts', content.subarray(0, size))
      expect(openFile(KEY, 'facts', key, pieces)).toEqual(content.slice(0, size))
    }
    expect(openFile(KEY, 'facts', sealed.key, sealed.pieces)).toEqual(content)
  })

  test('a flipped bit anywhere is found', () => {
    fc.assert(
      fc.property(fc.nat(2), fc.nat(first.length - 1), fc.nat(7), (which, place, bit) => {
        const pieces = sealed.pieces.map((one) => one.slice())
        const target = pieces[which]
        if (!target) return
        const at = place % target.length
        target[at] = (target[at] ?? 0) ^ (1 << bit)
        expect(openFile(KEY, 'facts', sealed.key, pieces)).toBeUndefined()
      }),
      { numRuns: 40 },
    )
  })

  test.each([
    ['the last piece is gone', [first, second]],
    ['a piece between is gone', [first, third]],
    ['pieces changed places', [second, first, third]],
    ['a piece is there twice', [first, first, second, third]],
    ['something was put behind it', [first, second, third, third]],
    ['a piece was cut short', [first, second, third.subarray(0, 5)]],
    ['nothing is left', []],
  ])('is refused when %s', (_, pieces) => {
    expect(openFile(KEY, 'facts', sealed.key, pieces)).toBeUndefined()
  })

  test('opens neither with another key, nor under other facts, nor with a spoilt wrapping', () => {
    const other = new Uint8Array(32).fill(4)
    expect(openFile(other, 'facts', sealed.key, sealed.pieces)).toBeUndefined()
    expect(openFile(KEY, 'other facts', sealed.key, sealed.pieces)).toBeUndefined()
    expect(openFile(KEY, 'facts', '{}', sealed.pieces)).toBeUndefined()
    expect(openFile(KEY, 'facts', 'not json', sealed.pieces)).toBeUndefined()
  })

  test('is opened by a new data key once its own key is wrapped anew; the content stays as it is', () => {
    const next = new Uint8Array(32).fill(5)
    const key = resealFileKey(KEY, next, 'facts', sealed.key) ?? ''
    expect(openFile(next, 'facts', key, sealed.pieces)).toEqual(content)
    expect(openFile(KEY, 'facts', key, sealed.pieces)).toBeUndefined()
    expect(resealFileKey(next, KEY, 'facts', sealed.key)).toBeUndefined()
  })
})
