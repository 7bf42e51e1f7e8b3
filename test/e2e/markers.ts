import fs from 'node:fs'
import path from 'node:path'

/** Every form in which a text is likely to lie in a file: as it is, in two bytes a letter, and in base64 wherever it begins. */
export function formsOf(text: string): Record<string, Buffer> {
  const plain = Buffer.from(text, 'utf8')
  const wide = Buffer.from(text, 'utf16le')
  return { 'UTF-8': plain, 'UTF-16LE': wide, ...base64Of('base64', plain), ...base64Of('base64 of UTF-16LE', wide) }
}

/** The letters of base64 that depend on nothing but the bytes, for each of the three places where these may begin. */
function base64Of(name: string, bytes: Buffer): Record<string, Buffer> {
  const forms = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64')
    const end = Math.floor(((before + bytes.length) * 8) / 6)
    return [`${name}, ${before} before`, Buffer.from(text.slice(Math.ceil((before * 8) / 6), end))]
  })
  return Object.fromEntries(forms)
}

export type Search = { files: number; bytes: number; found: string[] }

/** Looks for each marker in each form in every file below these folders; answers what was read, and where one was found. */
export function searchFolders(folders: readonly string[], markers: Record<string, string>): Search {
  return searchFiles(
    folders.flatMap((folder) => filesBelow(folder)),
    markers,
  )
}

/** The same in files that a running program still holds open although their names are gone. */
export function searchDeleted(program: number, markers: Record<string, string>): Search {
  return searchFiles(deletedFilesOf(familyOf(program)), markers)
}

function searchFiles(files: readonly string[], markers: Record<string, string>): Search {
  const forms = Object.entries(markers).flatMap(([name, text]) =>
    Object.entries(formsOf(text)).map(([form, bytes]) => ({ name: `${name} as ${form}`, bytes })),
  )
  const search: Search = { files: 0, bytes: 0, found: [] }
  for (const file of files) {
    const content = readIfThere(file)
    if (!content) continue
    search.files += 1
    search.bytes += content.length
    for (const { name, bytes } of forms) if (content.includes(bytes)) search.found.push(`${name} in ${file}`)
  }
  return search
}

function filesBelow(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
}

/** A running program removes files of its own while they are looked at. */
function readIfThere(file: string): Buffer | undefined {
  try {
    return fs.readFileSync(file)
  } catch {
    return undefined
  }
}

/** A program and all that it started. */
function familyOf(program: number): number[] {
  const parents = new Map<number, number>()
  for (const name of fs.readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) && readIfThere(`/proc/${name}/stat`)?.toString()
    const parent = stat && /\) \S (\d+)/.exec(stat)?.[1]
    if (parent) parents.set(Number(name), Number(parent))
  }
  const isOurs = (one: number | undefined): boolean =>
    one !== undefined && (one === program || isOurs(parents.get(one)))
  return [...parents.keys()].filter(isOurs)
}

/** What lies in shared memory never reaches a disk. */
const IN_MEMORY = /^(?:\/memfd:|\/dev\/|\/SYSV|[a-z]+:|anon_inode)/

function deletedFilesOf(programs: readonly number[]): string[] {
  return programs.flatMap((id) => {
    const folder = `/proc/${id}/fd`
    const handles = fs.existsSync(folder) ? fs.readdirSync(folder).map((handle) => path.join(folder, handle)) : []
    return handles.filter((handle) => {
      const target = linkOf(handle)
      return target?.endsWith(' (deleted)') && !IN_MEMORY.test(target)
    })
  })
}

function linkOf(handle: string): string | undefined {
  try {
    return fs.readlinkSync(handle)
  } catch {
    return undefined
  }
}
