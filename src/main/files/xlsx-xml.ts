import { SaxesParser } from 'saxes'
import { FileRefused } from './table.ts'

const MAX_DEPTH = 32

export type XmlHandlers = {
  open: (name: string, attributes: Record<string, string>) => void
  close?: (name: string) => void
  text?: (text: string) => void
  /** Runs after each piece of the part, the one place where a reader may wait. */
  pause?: () => Promise<void>
}

/** Name without its namespace's prefix: some programs write `x:row`. */
function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** Reads a part as XML, piece by piece; a DTD, an unknown entity or a deep pile of elements refuses the file. */
export async function readXml(pieces: AsyncIterable<Buffer>, handlers: XmlHandlers): Promise<void> {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false })
  let depth = 0
  parser.on('error', () => {
    throw new FileRefused('damaged')
  })
  parser.on('doctype', () => {
    throw new FileRefused('unsafe-xml')
  })
  parser.on('opentag', (tag) => {
    depth += 1
    if (depth > MAX_DEPTH) throw new FileRefused('unsafe-xml')
    handlers.open(localName(tag.name), tag.attributes)
  })
  parser.on('closetag', (tag) => {
    depth -= 1
    handlers.close?.(localName(tag.name))
  })
  if (handlers.text) parser.on('text', handlers.text)
  if (handlers.text) parser.on('cdata', handlers.text)
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  const decode = (piece?: Buffer) => {
    try {
      return utf8.decode(piece, { stream: piece !== undefined })
    } catch {
      throw new FileRefused('bad-encoding')
    }
  }
  for await (const piece of pieces) {
    parser.write(decode(piece))
    await handlers.pause?.()
  }
  parser.write(decode())
  parser.close()
}
