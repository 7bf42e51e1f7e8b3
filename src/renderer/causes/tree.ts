import type { CauseNode, CauseTree } from '../../shared/causes/model.ts'
import type { Bilingual } from '../../shared/contract.ts'
import { useLanguage } from '../i18n/use-t.ts'

/** Picks the language in use of a word that carries both. */
export function useName(): (name: Bilingual) => string {
  const language = useLanguage()
  return (name) => name[language === 'en' ? 'en' : 'zh']
}

export type Placed = { node: CauseNode; depth: number }

/** The tree from top to bottom, each cause under what stands above it; a broken part stands at the end. */
export function placed(nodes: readonly CauseNode[]): Placed[] {
  const list: Placed[] = []
  const visit = (parent: string | null, depth: number) => {
    for (const node of nodes.filter((each) => each.parent === parent)) {
      if (list.some((each) => each.node.code === node.code)) continue
      list.push({ node, depth })
      visit(node.code, depth + 1)
    }
  }
  visit(null, 0)
  const left = nodes.filter((node) => !list.some((each) => each.node.code === node.code))
  return [...list, ...left.map((node) => ({ node, depth: 0 }))]
}

/** A cause with the names above it, from the top. */
export function pathText(
  code: string,
  { nodes }: Pick<CauseTree, 'nodes'>,
  nameOf: (name: Bilingual) => string,
): string {
  const path: string[] = []
  const seen = new Set<string>()
  for (let next: string | null = code; next !== null && !seen.has(next); ) {
    seen.add(next)
    const node = nodes.find((each) => each.code === next)
    if (node) path.unshift(nameOf(node.name))
    next = node?.parent ?? null
  }
  return path.join(' › ')
}
