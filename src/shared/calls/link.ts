/** The scheme under which a telephone system announces calls. */
export const LINK_SCHEME = 'vipdesk'

/** A longer link is not looked at. */
export const LINK_LENGTH = 256

/** Why a link is refused. */
export const LINK_REFUSALS = ['tooLong', 'unreadable', 'address', 'parameters', 'number', 'id', 'several'] as const
export type LinkRefusal = (typeof LINK_REFUSALS)[number]

/** A call that a telephone system announced: the number, empty when it is withheld, and the system's own name of the call. */
export type CallLink = { phone: string; externalId: string }
export type ParsedLink = { ok: true; link: CallLink } | { ok: false; reason: LinkRefusal }

/** Nothing but the one address, then the query: no user, port, further path or fragment. */
const ADDRESS = /^vipdesk:\/\/call\/?\?([^#?]*)$/i
const NUMBER = /^\+?\d(?:[ ().-]?\d){2,19}$/
const ID = /^[A-Za-z0-9][A-Za-z0-9._:@-]{0,63}$/
const WITHHELD = ['', 'anonymous', 'unknown']

/**
 * Reads `vipdesk://call?from=NUMBER&id=ID`, strictly: these two parameters in any order and nothing else. A plus sign in
 * the number is a plus sign; the id is required, since it tells a call that is announced twice from two calls.
 */
export function parseCallLink(text: string): ParsedLink {
  if (text.length > LINK_LENGTH) return refused('tooLong')
  if (!/^[\x21-\x7e]+$/.test(text)) return refused('unreadable')
  const query = ADDRESS.exec(text)?.[1]
  if (query === undefined) return refused('address')
  const values = valuesOf(query)
  if (values === undefined) return refused('parameters')
  const phone = (values.get('from') ?? '').trim()
  const externalId = values.get('id') ?? ''
  const isWithheld = WITHHELD.includes(phone.toLowerCase())
  if (!isWithheld && !NUMBER.test(phone)) return refused('number')
  if (!ID.test(externalId)) return refused('id')
  return { ok: true, link: { phone: isWithheld ? '' : phone, externalId } }
}

/** The link among the arguments a program was started with; undefined when there is none. */
export function linkAmong(argv: readonly string[]): ParsedLink | undefined {
  const links = argv.filter((argument) => argument.slice(0, LINK_SCHEME.length + 1).toLowerCase() === `${LINK_SCHEME}:`)
  const [first] = links
  if (first === undefined) return undefined
  return links.length > 1 ? refused('several') : parseCallLink(first)
}

/** `from` and `id`, each at most once; undefined for anything else. */
function valuesOf(query: string): Map<string, string> | undefined {
  const values = new Map<string, string>()
  for (const part of query.split('&')) {
    const [name = '', value, ...more] = part.split('=')
    if (!['from', 'id'].includes(name) || value === undefined || more.length > 0 || values.has(name)) return undefined
    const text = decoded(value)
    if (text === undefined) return undefined
    values.set(name, text)
  }
  return values
}

function decoded(value: string): string | undefined {
  try {
    const text = decodeURIComponent(value)
    return /^[\x20-\x7e]*$/.test(text) ? text : undefined
  } catch {
    return undefined
  }
}

function refused(reason: LinkRefusal): ParsedLink {
  return { ok: false, reason }
}
