import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chainLinker } from '../../src/main/crypto/chain-link.ts'
import { sha256 } from '../../src/main/crypto/hash.ts'
import {
  type ChainEntry,
  canonicalBody,
  canonicalText,
  checkChain,
  checkpointText,
  genesisHead,
  hashBody,
  linkBodyHash,
  linkHash,
  parseCheckpoint,
} from '../../src/main/rules/audit-chain.ts'

type Whole = { sequence: number; hash: string; body: Uint8Array }

const start = genesisHead('store-1', sha256)

function chainOf(texts: readonly string[]): Whole[] {
  let head = start
  return texts.map((text) => {
    const body = canonicalBody({ text })
    const sequence = head.sequence + 1
    head = { sequence, hash: linkHash(head.hash, sequence, body, sha256) }
    return { ...head, body }
  })
}

const texts = fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 12 })
const firstBad = (entries: readonly ChainEntry[]) => {
  const check = checkChain(entries, start, sha256)
  return check.ok ? undefined : check.sequence
}

test('a body has one text: sorted keys, no blanks, well-formed strings, nothing undefined', () => {
  const text = canonicalText({ b: [1, -0, 1.5, null], a: { 二: true, '"': 'x\u0000', '!': undefined }, A: '\uD800!' })
  expect(text).toBe('{"A":"\uFFFD!","a":{"\\"":"x\\u0000","二":true},"b":[1,0,1.5,null]}')
  for (const bad of [Number.NaN, Number.POSITIVE_INFINITY]) expect(() => canonicalText({ bad })).toThrow(TypeError)
  expect(() => canonicalText({ '\uD800': 1, '\uD801': 2 })).toThrow(TypeError)
})

test('the text of a body is valid JSON of the same value and does not depend on the order of its keys', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const json = JSON.parse(JSON.stringify(value))
      const text = canonicalText(json)
      expect(JSON.parse(text)).toEqual(json)
      expect(canonicalText(Object.fromEntries(Object.entries(json).reverse()) as typeof json)).toBe(text)
    }),
  )
})

test('a link is SHA-256 over domain, previous, sequence and the body’s SHA-256, with fixed widths', () => {
  const previous = 'ab'.repeat(32)
  const body = canonicalBody({ a: 1 })
  const sequence = Buffer.alloc(8)
  sequence.writeBigUInt64BE(258n)
  const bytes = Buffer.concat([
    Buffer.from('vip-desk audit link v1\n'),
    Buffer.from(previous, 'hex'),
    sequence,
    Buffer.from(sha256(body), 'hex'),
  ])
  expect(bytes).toHaveLength(95)
  expect(linkHash(previous, 258, body, sha256)).toBe(sha256(bytes))
})

test('a chain is accepted whole, in parts, and with any of its bodies left out', () => {
  fc.assert(
    fc.property(texts, fc.infiniteStream(fc.boolean()), fc.nat(), (list, hidden, at) => {
      const chain = chainOf(list)
      const redacted = chain.map((entry): ChainEntry => {
        const { sequence, hash, body } = entry
        return hidden.next().value ? { sequence, hash, bodyHash: hashBody(body, sha256) } : entry
      })
      const last = chain.at(-1)
      expect(checkChain(redacted, start, sha256)).toEqual({
        ok: true,
        head: { sequence: last?.sequence, hash: last?.hash },
      })
      const cut = chain[at % chain.length]
      if (cut) expect(checkChain(redacted.slice(cut.sequence), cut, sha256)).toMatchObject({ ok: true })
    }),
  )
})

test('any edit, deletion, swap or insertion is found at its place', () => {
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(), fc.nat(), (list, where, byte, bit) => {
      const chain = chainOf(list)
      const at = where % chain.length
      const entry = chain[at]
      if (!entry) throw new Error('no entry')
      const edited = entry.body.slice()
      const place = byte % edited.length
      edited[place] = (edited[place] ?? 0) ^ (1 << (bit % 8))
      expect(firstBad(chain.with(at, { ...entry, body: edited }))).toBe(at + 1)
      expect(firstBad(chain.with(at, { ...entry, sequence: entry.sequence + 1 }))).toBe(at + 1)
      expect(firstBad(chain.toSpliced(at, 0, entry))).toBe(at === 0 ? 2 : at + 1 + 1)
      if (at + 1 === chain.length) return
      expect(firstBad(chain.toSpliced(at, 1))).toBe(at + 1)
      const swapped = [...chain]
      swapped[at] = chain[at + 1] ?? entry
      swapped[at + 1] = entry
      expect(firstBad(swapped)).toBe(at + 1)
    }),
  )
})

test('the link of a long chain is the same link, and takes nothing but whole hashes', () => {
  const link = chainLinker()
  const hash = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex'))
  fc.assert(
    fc.property(hash, fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), hash, (previous, sequence, body) => {
      expect(link(previous, sequence, body)).toBe(linkBodyHash(previous, sequence, body, sha256))
    }),
  )
  const whole = 'ab'.repeat(32)
  for (const bad of ['', whole.slice(2), `${whole.slice(2)}zz`]) {
    expect(() => link(bad, 1, whole)).toThrow(RangeError)
    expect(() => link(whole, 1, bad)).toThrow(RangeError)
  }
})

test('renumbered or re-hashed entries are found from the next untouched one on', () => {
  fc.assert(
    fc.property(texts, fc.nat(), (list, where) => {
      const chain = chainOf(list)
      const at = where % (chain.length - 1)
      const previous = chain[at - 1] ?? start
      const body = canonicalBody({ text: `${list[at]} forged` })
      const hash = linkHash(previous.hash, at + 1, body, sha256)
      expect(firstBad(chain.with(at, { sequence: at + 1, body, hash }))).toBe(at + 2)
    }),
  )
})

test('a cut-off end is found against a head kept elsewhere, and another store’s chain does not fit', () => {
  const chain = chainOf(['a', 'b', 'c'])
  const cut = checkChain(chain.slice(0, 2), start, sha256)
  expect(cut).toMatchObject({ ok: true, head: { sequence: 2 } })
  expect(cut.head).not.toEqual(expect.objectContaining({ hash: chain[2]?.hash }))
  expect(checkChain(chain, genesisHead('store-2', sha256), sha256)).toMatchObject({
    ok: false,
    sequence: 1,
    reason: 'hash',
  })
})

test('a checkpoint is three lines and nothing else is read as one', () => {
  const checkpoint = { origin: 'vip-desk/audit/store-1', head: { sequence: 12, hash: '00ff'.repeat(16) } }
  const text = checkpointText(checkpoint)
  expect(text).toBe('vip-desk/audit/store-1\n12\nAP8A/wD/AP8A/wD/AP8A/wD/AP8A/wD/AP8A/wD/AP8=\n')
  expect(parseCheckpoint(text)).toEqual(checkpoint)
  for (const bad of [text.slice(0, -1), `${text}\n`, text.replace('12', '012'), text.replace('AP8=', 'AP9=')]) {
    expect(parseCheckpoint(bad)).toBeUndefined()
  }
})
