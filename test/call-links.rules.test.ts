import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { holdLinks } from '../src/main/shell/call-links.ts'
import { LINK_LENGTH, linkAmong, parseCallLink } from '../src/shared/calls/link.ts'
import type { Result } from '../src/shared/failure.ts'

const GOOD = 'vipdesk://call?from=13812345678&id=PBX-7'

describe('a link of the telephone system', () => {
  test('names the number and the call, in any order, also as systems and browsers write it', () => {
    const links = [
      GOOD,
      'vipdesk://call/?id=PBX-7&from=%2B86%20138%201234%205678',
      'VIPDESK://CALL?from=+8613812345678&id=a@b:1.2_3',
      'vipdesk://call?from=(010)1234-5678&id=1',
      'vipdesk://call?from=anonymous&id=1',
      'vipdesk://call?id=1',
    ].map(parseCallLink)
    expect(links).toEqual(
      [
        ['13812345678', 'PBX-7'],
        ['+86 138 1234 5678', 'PBX-7'],
        ['+8613812345678', 'a@b:1.2_3'],
        undefined,
        ['', '1'],
        ['', '1'],
      ].map((pair) =>
        pair ? { ok: true, link: { phone: pair[0], externalId: pair[1] } } : { ok: false, reason: 'number' },
      ),
    )
  })

  test('anything else is refused by its reason and never half read', () => {
    const reasons: [string, string][] = [
      [`vipdesk://call?from=1&id=${'x'.repeat(LINK_LENGTH)}`, 'tooLong'],
      ['vipdesk://call?from=138 1234&id=1', 'unreadable'],
      ['vipdesk://call?from=13812345678&id=1\0', 'unreadable'],
      ['vipdesk://call?from=13812345678&id=王', 'unreadable'],
      ['vipdesk://open?from=13812345678&id=1', 'address'],
      ['vipdesk://call.evil.example?from=13812345678&id=1', 'address'],
      ['vipdesk://user:secret@call?from=13812345678&id=1', 'address'],
      ['vipdesk://call:99?from=13812345678&id=1', 'address'],
      ['vipdesk://call/../../etc/passwd?from=13812345678&id=1', 'address'],
      ['vipdesk://call?from=13812345678&id=1#javascript:alert(1)', 'address'],
      ['vipdesk:call?from=13812345678&id=1', 'address'],
      ['vipdesk:javascript:alert(1)', 'address'],
      ['vipdesk://call?from=13812345678&id=1&run=calc.exe', 'parameters'],
      ['vipdesk://call?from=13812345678&from=13900000000&id=1', 'parameters'],
      ['vipdesk://call?__proto__=1&id=1', 'parameters'],
      ['vipdesk://call?from=%0d%0a13812345678&id=1', 'parameters'],
      ['vipdesk://call?from=%e0%a4%a&id=1', 'parameters'],
      ['vipdesk://call', 'address'],
      ['vipdesk://call?', 'parameters'],
      ['vipdesk://call?from=<script>&id=1', 'number'],
      ['vipdesk://call?from=12&id=1', 'number'],
      [`vipdesk://call?from=${'1'.repeat(21)}&id=1`, 'number'],
      ['vipdesk://call?from=13812345678', 'id'],
      ['vipdesk://call?from=13812345678&id=..%2f..%2fetc', 'id'],
      ["vipdesk://call?from=13812345678&id=';drop", 'id'],
      [`vipdesk://call?from=13812345678&id=${'1'.repeat(65)}`, 'id'],
    ]
    expect(reasons.map(([link]) => parseCallLink(link))).toEqual(reasons.map(([, reason]) => ({ ok: false, reason })))
  })

  test('whatever is sent, only a number and a plain id ever come out', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom('vipdesk://call?', 'from=', '&id=', '%00', '%2e%2e/', '13812345678', '#', '@', '--inspect', '\\'),
    )
    const mixed = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(
        fc.oneof(
          mixed,
          mixed.map((tail) => `vipdesk://call?${tail}`),
        ),
        (text) => {
          const parsed = parseCallLink(text)
          if (!parsed.ok) return
          expect(text.length).toBeLessThanOrEqual(LINK_LENGTH)
          expect(parsed.link.phone).toMatch(/^(|\+?\d[\d ().-]*)$/)
          expect(parsed.link.externalId).toMatch(/^[A-Za-z0-9][A-Za-z0-9._:@-]{0,63}$/)
        },
      ),
      { numRuns: 3000 },
    )
  })

  test('every number and id that are allowed come back as they were written', () => {
    const phone = fc.stringMatching(/^\+?[0-9]{3,15}$/)
    const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._:@-]{0,20}$/)
    fc.assert(
      fc.property(phone, id, fc.boolean(), (from, externalId, isEncoded) => {
        const value = isEncoded ? encodeURIComponent(from) : from
        expect(parseCallLink(`vipdesk://call?id=${encodeURIComponent(externalId)}&from=${value}`)).toEqual({
          ok: true,
          link: { phone: from, externalId },
        })
      }),
    )
  })

  test('among the arguments of a program there may be one link, wherever it stands, and no second', () => {
    expect(linkAmong(['desk', '--demo', 'file.txt', 'https://vipdesk:1'])).toBeUndefined()
    expect(linkAmong(['desk', '.', GOOD, '--allow-file-access'])).toEqual(parseCallLink(GOOD))
    expect(linkAmong(['desk', GOOD, GOOD])).toEqual({ ok: false, reason: 'several' })
  })
})

describe('links that wait for somebody to sign in', () => {
  type Asked = { phone: string; externalId: string; rungAt: number }

  function shell(answers: Result<unknown>[]) {
    const asked: Asked[] = []
    const refused: string[] = []
    const log: string[] = []
    let now = 1000
    const links = holdLinks({
      announce: async (call) => {
        asked.push(call)
        return answers.shift() ?? { ok: true, value: null }
      },
      refuse: (reason) => refused.push(reason),
      log: (line) => log.push(line),
      now: () => now,
    })
    return { links, asked, refused, log, wait: (ms: number) => (now += ms) }
  }

  const locked: Result<unknown> = { ok: false, failure: { code: 'LOCKED' } }
  const settled = () => new Promise((resolve) => setImmediate(resolve))

  test('a locked desk keeps the call and announces it after the sign-in with the moment it really rang', async () => {
    const { links, asked, wait } = shell([locked])
    links.offer(['desk', GOOD])
    await settled()
    wait(7000)
    links.retry()
    await settled()
    links.retry()
    await settled()
    const call = { phone: '13812345678', externalId: 'PBX-7', rungAt: 1000 }
    expect(asked).toEqual([call, call])
  })

  test('a call that is announced twice while the desk is locked rings once', async () => {
    const { links, asked } = shell([locked, locked])
    links.offer(['desk', GOOD])
    await settled()
    links.offer(['desk', GOOD])
    await settled()
    asked.length = 0
    links.retry()
    await settled()
    expect(asked).toHaveLength(1)
  })

  test('a bad link is told by its reason, and neither the log nor anything else holds what it said', async () => {
    const { links, asked, refused, log } = shell([])
    links.offer(['desk', 'vipdesk://call?from=13812345678&id=1&run=calc.exe'])
    links.offer(['desk'])
    await settled()
    expect({ asked, refused, log }).toEqual({
      asked: [],
      refused: ['parameters'],
      log: ['call link refused: parameters'],
    })
  })

  test('a flood of links keeps the newest calls only', async () => {
    const { links, asked } = shell(Array.from({ length: 400 }, () => locked))
    for (let count = 0; count < 40; count++) links.offer(['desk', `vipdesk://call?from=138000&id=${count}`])
    await settled()
    await settled()
    asked.length = 0
    links.retry()
    for (let turn = 0; turn < 40; turn++) await settled()
    expect(asked.length).toBeLessThanOrEqual(20)
    expect(asked.at(-1)?.externalId ?? '20').toMatch(/^(2|3)\d$/)
  })
})
