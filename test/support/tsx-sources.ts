import fs from 'node:fs'
import path from 'node:path'
import { parseSync } from 'vite'

const RENDERER = path.resolve(import.meta.dirname, '../../src/renderer')

/** A node of a parsed source: its kind, where it stands, and whatever its kind has besides. */
export type Node = { type: string; start: number; end: number } & Record<string, unknown>

export type Parsed = { file: string; text: string; nodes: Node[] }

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value

/** The nodes of a tree, each before what is in it. */
export function nodesIn(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn)
  if (typeof value !== 'object' || value === null) return []
  const inner = Object.values(value).flatMap(nodesIn)
  return isNode(value) ? [value, ...inner] : inner
}

/** Every source of the window, parsed by the parser that builds it. */
export function rendererSources(): Parsed[] {
  return fs
    .readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => {
      const text = fs.readFileSync(path.join(RENDERER, file), 'utf8')
      return { file: file.replaceAll('\\', '/'), text, nodes: nodesIn(parseSync(file, text).program) }
    })
}

/** A member of an object that is written out, by its name. */
export function member(object: Node, name: string): Node | undefined {
  const { properties } = object as { properties?: Node[] }
  const found = properties?.find((one) => (one.key as { name?: string } | undefined)?.name === name)
  return found?.value as Node | undefined
}

/** The text of a plain literal; undefined for anything else. */
export function literal(node: unknown): string | undefined {
  return isNode(node) && node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined
}
