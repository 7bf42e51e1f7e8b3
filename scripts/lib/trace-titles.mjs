import { tokensOf } from './trace-tokens.mjs'

/** @typedef {{ title: string, line: number, isGroup: boolean, isOff: boolean, group?: Block }} Block */

const never = new Set(['skip', 'todo', 'fixme', 'fails', 'fail'])
const takesTable = new Set(['each', 'for', 'skipIf', 'runIf'])
/** Functions that take the name of an engine before the title. */
const titleSecond = new Set(['onEngine'])
const plain = new Set(['only', 'concurrent', 'sequential', 'shuffle', 'parallel', 'serial', 'describe'])
const closing = { '(': ')', '[': ']', '{': '}', '<': '>' }

const isMark = (token, value) => token?.kind === 'mark' && token.value === value

const afterBracket = (tokens, open) => {
  const opener = tokens[open].value
  let depth = 0
  for (let at = open; at < tokens.length; at += 1) {
    if (isMark(tokens[at], opener)) depth += 1
    if (isMark(tokens[at], closing[opener])) depth -= 1
    if (depth === 0) return at + 1
  }
  return tokens.length
}

/** Follows `name.modifier…`, type arguments and tables up to the bracket that opens the title. */
const readCallee = (tokens, start) => {
  const modifiers = []
  let at = start + 1
  let owesTable = false
  for (;;) {
    const token = tokens[at]
    if (isMark(token, '.') && tokens[at + 1]?.kind === 'word') {
      const modifier = tokens[at + 1].value
      if (!never.has(modifier) && !takesTable.has(modifier) && !plain.has(modifier)) return undefined
      modifiers.push(modifier)
      owesTable = takesTable.has(modifier)
      at += 2
    } else if (isMark(token, '<')) at = afterBracket(tokens, at)
    else if (owesTable && token?.kind === 'text') {
      owesTable = false
      at += 1
    } else if (owesTable && isMark(token, '(')) {
      owesTable = false
      at = afterBracket(tokens, at)
    } else return isMark(token, '(') ? { modifiers, open: at } : undefined
  }
}

const readTitle = (tokens, start) => {
  if (tokens[start]?.kind !== 'text') return undefined
  let title = tokens[start].value
  let at = start + 1
  while (isMark(tokens[at], '+')) {
    title += tokens[at + 1]?.kind === 'text' ? tokens[at + 1].value : '…'
    at += 2
    while (at < tokens.length && !['+', ',', ')'].some((mark) => isMark(tokens[at], mark))) at += 1
  }
  return { title, at }
}

// `test('…', { skip: true }, …)`, and `test('…')` alone, which the runner takes for a test still to be written.
const isSwitchedOff = (tokens, at) => {
  if (isMark(tokens[at], ')')) return true
  if (!isMark(tokens[at + 1], '{')) return false
  const options = tokens.slice(at + 1, afterBracket(tokens, at + 1))
  return options.some(
    ({ value }, i) => never.has(value) && isMark(options[i + 1], ':') && options[i + 2].value !== 'false',
  )
}

/** Whether a test ever runs: neither it nor a group around it is skipped, planned or expected to fail. */
export const isLive = ({ isOff, group }) => !isOff && (!group || isLive(group))

/**
 * The tests and groups whose titles stand as literals in a source. `callees` and `groups` name the functions that
 * take a title first.
 * @returns {Block[]}
 */
export const blocksOf = (source, callees, groups) => {
  const tokens = tokensOf(source)
  const blocks = []
  const brackets = []
  const begins = new Map()
  const enclosing = () => brackets.findLast(({ block }) => block)?.block
  tokens.forEach((token, at) => {
    const isKnown = token.kind === 'word' && (callees.includes(token.value) || groups.includes(token.value))
    const callee = isKnown && !isMark(tokens[at - 1], '.') ? readCallee(tokens, at) : undefined
    const title = callee && readTitle(tokens, callee.open + (titleSecond.has(token.value) ? 3 : 1))
    if (title) {
      const group = enclosing()
      const isOff = callee.modifiers.some((name) => never.has(name)) || isSwitchedOff(tokens, title.at)
      const isGroup = groups.includes(token.value) || callee.modifiers.includes('describe')
      const block = { title: title.title, line: token.line, isGroup, isOff, group }
      blocks.push(block)
      begins.set(callee.open, block)
    } else if (callee?.modifiers.some((name) => never.has(name)) && isMark(tokens[callee.open + 1], ')')) {
      const block = enclosing()
      if (block) block.isOff = true
    }
    if (token.kind !== 'mark') return
    if ('([{'.includes(token.value)) brackets.push({ close: closing[token.value], block: begins.get(at) })
    else if (')]}'.includes(token.value)) {
      const match = brackets.findLastIndex(({ close }) => close === token.value)
      if (match >= 0) brackets.length = match
    }
  })
  return blocks
}
