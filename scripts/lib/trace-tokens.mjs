/** @typedef {{ kind: 'word' | 'text' | 'mark', value: string, line: number }} Token */

const blank = /\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\//y
const quoted = /'(?:\\[\s\S]|[^'\\\n])*'|"(?:\\[\s\S]|[^"\\\n])*"/y
const word = /[\p{ID_Start}$_][\p{ID_Continue}$]*|\d[\w.]*/uy
const pattern = /\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*/y
const mark = /=>|[\s\S]/uy
const escaped = /\\(?:u\{([0-9a-f]+)\}|u([0-9a-f]{4})|x([0-9a-f]{2})|(\r?\n)|([\s\S]))/gi
const escapeLetters = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', 0: '\0' }
const wordsBeforePattern = new Set(['return', 'typeof', 'case', 'in', 'of', 'await', 'yield', 'void', 'delete', 'else'])

const take = (regex, source, at) => {
  regex.lastIndex = at
  return regex.exec(source)?.[0]
}

const plainText = (raw) =>
  raw.replace(escaped, (_, point, unit, byte, lineBreak, letter) => {
    const code = point ?? unit ?? byte
    if (code) return String.fromCodePoint(Number.parseInt(code, 16))
    return lineBreak ? '' : (escapeLetters[letter] ?? letter)
  })

// After a value a slash divides; `</` closes an element.
const mayStartPattern = (previous) => {
  if (!previous) return true
  if (previous.kind === 'word') return wordsBeforePattern.has(previous.value)
  return previous.kind === 'mark' && !')]}<'.includes(previous.value)
}

const templateEnd = (source, start) => {
  let at = start + 1
  let text = ''
  while (at < source.length && source[at] !== '`') {
    if (source.startsWith('${', at)) {
      at = scan(source, at + 2, true).end
      text += '…'
    } else {
      const raw = source[at] === '\\' ? source.slice(at, at + 2) : source[at]
      text += raw
      at += raw.length
    }
  }
  return { end: at + 1, text: plainText(text) }
}

const scan = (source, start, isInsideTemplate) => {
  const tokens = []
  let at = start
  let depth = 0
  while (at < source.length) {
    const skipped = take(blank, source, at)
    const string = skipped ? undefined : take(quoted, source, at)
    if (skipped) at += skipped.length
    else if (string) {
      tokens.push({ kind: 'text', value: plainText(string.slice(1, -1)), at })
      at += string.length
    } else if (source[at] === '`') {
      const { end, text } = templateEnd(source, at)
      tokens.push({ kind: 'text', value: text, at })
      at = end
    } else {
      const regex = source[at] === '/' && mayStartPattern(tokens.at(-1)) ? take(pattern, source, at) : undefined
      const name = regex ? undefined : take(word, source, at)
      const value = regex ?? name ?? take(mark, source, at)
      if (isInsideTemplate && value === '}' && depth === 0) return { tokens, end: at + 1 }
      if (value === '{') depth += 1
      if (value === '}') depth -= 1
      tokens.push({ kind: regex ? 'text' : name ? 'word' : 'mark', value: regex ? '' : value, at })
      at += value.length
    }
  }
  return { tokens, end: at }
}

/**
 * The words, literal texts and marks of a TypeScript source, without its comments;
 * a template's substitutions read as `…`, a regular expression as an empty text.
 * @returns {Token[]}
 */
export const tokensOf = (source) => {
  let line = 1
  let seen = 0
  return scan(source, 0, false).tokens.map(({ at, ...token }) => {
    for (; seen < at; seen += 1) if (source[seen] === '\n') line += 1
    return { ...token, line }
  })
}
