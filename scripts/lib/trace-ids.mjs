import { readFileSync } from 'node:fs'

// Takes too much rather than too little, so that a half-written id is refused and not read as another one.
const mention = /\bS\d+-\d+[\w…]*(?:-\d+)?(?:\.\.(?:S\d+-)?\d+\w*)?/gi
const range = /^(S\d+-)(\d+)\.\.(?:(S\d+-))?(\d+)$/

/**
 * Every requirement line in document order, read from `docs/requirements`.
 * @param {URL} folder
 */
export const readRequirements = (folder) =>
  JSON.parse(readFileSync(new URL('documents.json', folder), 'utf8')).flatMap(({ code }) =>
    JSON.parse(readFileSync(new URL(`${code.toLowerCase()}.json`, folder), 'utf8')),
  )

const expand = (text, order) => {
  const [, prefix, from, otherPrefix = prefix, to] = range.exec(text) ?? []
  if (!prefix) return [text]
  const first = order.indexOf(prefix + from)
  const last = order.indexOf(otherPrefix + to)
  const isRange = prefix === otherPrefix && first >= 0 && first < last
  return isRange ? order.slice(first, last + 1) : [text]
}

/** The ids a text mentions, ranges like `S1-24..27` spread out, split into those in `order` and all others. */
export const idsIn = (text, order) => {
  const ids = [...new Set((text.match(mention) ?? []).flatMap((found) => expand(found, order)))]
  return { known: ids.filter((id) => order.includes(id)), unknown: ids.filter((id) => !order.includes(id)) }
}
