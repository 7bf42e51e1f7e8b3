import type { ArticleView } from './model.ts'

export const COMPARED = [
  'titleZh',
  'titleEn',
  'bodyZh',
  'bodyEn',
  'steps',
  'keywords',
  'category',
  'tier',
  'company',
  'validity',
] as const
export type Compared = (typeof COMPARED)[number]

export type LineMark = 'same' | 'gone' | 'new'
export type MarkedLine = { mark: LineMark; text: string }

function textOf(article: ArticleView, part: Compared): string {
  switch (part) {
    case 'titleZh':
      return article.title.zh
    case 'titleEn':
      return article.title.en
    case 'bodyZh':
      return article.body.zh
    case 'bodyEn':
      return article.body.en
    case 'steps':
      return article.steps
        .map(({ zh, call }, i) => `${i + 1}. ${zh}${call.zh === '' ? '' : ` → ${call.zh}`}`)
        .join('\n')
    case 'validity':
      return [article.validFrom, article.validUntil ?? ''].join(' – ').trim()
    default:
      return article[part]
  }
}

/** What one version changed of another, part by part and line by line; parts that are the same are left out (S3-59). */
export function differences(before: ArticleView, after: ArticleView): { part: Compared; lines: MarkedLine[] }[] {
  return COMPARED.flatMap((part) => {
    const [old, now] = [textOf(before, part), textOf(after, part)]
    return old === now ? [] : [{ part, lines: markLines(old.split('\n'), now.split('\n')) }]
  })
}

/** Lines that stay, go and come, in their order: the longest common sequence stays. */
export function markLines(before: readonly string[], after: readonly string[]): MarkedLine[] {
  const common = before.map(() => after.map(() => 0))
  const at = (i: number, j: number) => common[i]?.[j] ?? 0
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--) {
      const row = common[i]
      if (row) row[j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  const marked: MarkedLine[] = []
  let [i, j] = [0, 0]
  while (i < before.length || j < after.length) {
    const [old, now] = [before[i], after[j]]
    if (old !== undefined && old === now) {
      marked.push({ mark: 'same', text: old })
      i++
      j++
    } else if (old !== undefined && (now === undefined || at(i + 1, j) >= at(i, j + 1))) {
      marked.push({ mark: 'gone', text: old })
      i++
    } else {
      marked.push({ mark: 'new', text: now ?? '' })
      j++
    }
  }
  return marked
}
