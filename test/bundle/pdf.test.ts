import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { type PdfDocument, renderPdf } from '../../src/main/bundle/pdf.ts'
import { wrapText } from '../../src/main/bundle/pdf-wrap.ts'
import { hasPdftotext, pagesOfFile } from '../pdf-text.ts'

const EVERY_OTHER = Array.from({ length: 12 }, (_, i) => `10-${String(2 * i + 9).padStart(2, '0')}`)
const folder = mkdtempSync(join(tmpdir(), 'pdf-'))
afterAll(() => rmSync(folder, { recursive: true }))

function history(rows: number, note = '改签'): PdfDocument {
  return {
    language: 'zh-CN',
    title: '贵宾会员服务历史',
    subtitle: '会员 欧阳娜娜',
    runningTitle: '贵宾会员服务历史 欧阳娜娜',
    footer: '由 王经理 导出，用途：客户查阅',
    pageLabel: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
    watermark: '王经理 2026-09-30',
    createdAt: Date.UTC(2026, 8, 30),
    sections: [
      {
        kind: 'facts',
        heading: '会员资料',
        columns: 2,
        facts: [
          ['姓名', '欧阳娜娜'],
          ['备注', '生僻字 㐂 与表情 👍\u0007'],
        ],
      },
      {
        kind: 'table',
        heading: '记录',
        columns: [
          { title: '编号', share: 1 },
          { title: '内容', share: 3 },
        ],
        rows: Array.from({ length: rows }, (_, index) => [`行${index + 1}号`, note]),
      },
      { kind: 'table', heading: '补偿', columns: [{ title: '编号', share: 1 }], rows: [], empty: '没有补偿。' },
    ],
  }
}

async function pagesOf(document: PdfDocument): Promise<string[]> {
  const file = join(folder, 'x.pdf')
  writeFileSync(file, await renderPdf(document))
  return pagesOfFile(file)
}

test('the same content gives the same bytes', async () => {
  const [first, second] = [await renderPdf(history(3)), await renderPdf(history(3))]
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
  expect(Buffer.from(first).subarray(0, 5).toString()).toBe('%PDF-')
})

test.skipIf(!hasPdftotext)(
  'a chart has its caption, its numbers and as many labels as fit, and is never parted by the end of a page',
  async () => {
    const bars = Array.from({ length: 31 }, (_, i) => ({
      label: `10-${String(i + 1).padStart(2, '0')}`,
      value: i,
      text: `${i}0`,
      isMarked: i === 30,
    }))
    const levels = [
      { value: 15, isLimit: false },
      { value: 26.6, isLimit: true },
    ]
    const chart = { kind: 'chart', heading: '每日投诉', caption: '平均 15，控制限 3.4–26.6', bars, levels } as const
    const places: number[] = []
    for (let rows = 10; rows < 26; rows += 1) {
      const pages = await pagesOf({ ...history(rows), sections: [...history(rows).sections, chart] })
      const page = pages.findIndex((text) => text.includes('平均 15，控制限 3.4–26.6'))
      places.push(page)
      expect(pages[page]).toContain('每日投诉')
      expect(pages[page]?.match(/10-\d\d/g)).toEqual(['10-01', '10-03', '10-05', '10-07', ...EVERY_OTHER])
      expect(pages[page]).toMatch(/\b300\b/)
    }
    expect([...new Set(places)].length).toBeGreaterThan(1)
  },
)

test.skipIf(!hasPdftotext)(
  'a chart of nothing but noughts, without levels or caption, is drawn all the same',
  async () => {
    const bars = [{ label: '10-01', value: 0, text: '零', isMarked: false }]
    const chart = { kind: 'chart', heading: '每日投诉', caption: '', bars, levels: [] } as const
    const [page = ''] = await pagesOf({ ...history(0), sections: [chart] })
    expect([page.includes('每日投诉'), page.includes('10-01'), page.includes('零')]).toEqual([true, true, false])
  },
)

test.skipIf(!hasPdftotext)(
  'every row is on some page as text, with a head and a page number (skipped without pdftotext)',
  async () => {
    const pages = await pagesOf(history(80))
    const text = pages.join('\n')
    expect(pages.length).toBeGreaterThan(2)
    expect(Array.from({ length: 80 }, (_, index) => text.split(`行${index + 1}号`).length - 1)).toEqual(
      Array(80).fill(1),
    )
    pages.forEach((page, index) => {
      expect(page).toContain(`第 ${index + 1} 页，共 ${pages.length} 页`)
      expect(page).toContain('由 王经理 导出，用途：客户查阅')
      if (index > 0) expect(page).toContain('贵宾会员服务历史 欧阳娜娜')
      if (page.includes('行')) expect(page).toContain('编号')
    })
    expect(text).toContain('没有补偿。')
  },
)

test.skipIf(!hasPdftotext)(
  'a character without a glyph is printed as its number; the watermark is in the text only at the foot, as much as two lines hold',
  async () => {
    const long = { ...history(1), watermark: `王经理 2026-09-30\n${'用途说明'.repeat(60)}末` }
    const text = (await pagesOf(long)).join('\n')
    expect(text).toContain('生僻字 㐂 与表情 [U+1F44D]')
    expect(text.match(/王经理 2026-09-30 · (用途说明)+/g)).toHaveLength(1)
    expect([text.match(/…/g)?.length, text.includes('末')]).toEqual([1, false])
    expect((await pagesOf(history(80))).every((page) => page.match(/王经理 2026-09-30/g)?.length === 1)).toBe(true)
  },
)

test.skipIf(!hasPdftotext)('each chapter stands in the list with the page on which it begins', async () => {
  const chapters = Array.from({ length: 60 }, (_, n) => [
    { kind: 'chapter' as const, heading: `会员 CA${n}` },
    ...history(n).sections,
  ]).flat()
  const pages = await pagesOf({ ...history(1), sections: [{ kind: 'contents', heading: '目录' }, ...chapters] })
  const listed = [...pages.join('\n').matchAll(/会员 CA(\d+) {2,}(\d+)\n/g)].map(([, n, page]) => [
    Number(n),
    Number(page),
  ])
  expect(listed.map(([n]) => n)).toEqual(Array.from({ length: 60 }, (_, n) => n))
  for (const [n, page] of listed) expect(pages[(page ?? 0) - 1]).toMatch(new RegExp(`会员 CA${n}(\\s*\\n| {2,})`))
})

test.skipIf(!hasPdftotext)('a cell longer than a page goes on over the pages without losing a word', async () => {
  const long = Array.from({ length: 1500 }, (_, index) => `词w${index}`).join('，')
  const text = (await pagesOf(history(1, long))).join('').replace(/\s/g, '')
  expect(
    Array.from({ length: 1500 }, (_, index) => text.includes(`w${index}，`) || index === 1499).every(Boolean),
  ).toBe(true)
})

const width = (text: string) => Array.from(text).reduce((sum, char) => sum + (char.charCodeAt(0) > 0x2e80 ? 2 : 1), 0)

test('lines break between Chinese characters, not inside words, and punctuation stays with what it belongs to', () => {
  expect(wrapText('旅客要求（加急）改签，请处理。', 14, width)).toEqual(['旅客要求（加', '急）改签，请处', '理。'])
  expect(wrapText('航班 MU5110 to Hong Kong', 12, width)).toEqual(['航班 MU5110', 'to Hong Kong'])
  expect(wrapText('请处理（急）', 8, width)).toEqual(['请处理', '（急）'])
  expect(wrapText('a\n\nb', 5, width)).toEqual(['a', '', 'b'])
})

test('no character is lost and no line is wider than its column', () => {
  const texts = fc.string({
    unit: fc.constantFrom('旅', '客', '，', '。', '（', '）', 'a', 'B', '7', ' ', '-', '@', '\n'),
    maxLength: 60,
  })
  fc.assert(
    fc.property(texts, fc.integer({ min: 8, max: 30 }), (text, limit) => {
      const lines = wrapText(text, limit, width)
      expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      for (const line of lines) expect(width(line)).toBeLessThanOrEqual(limit)
    }),
    { numRuns: 500 },
  )
})
