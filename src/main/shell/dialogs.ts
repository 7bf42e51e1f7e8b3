import fs from 'node:fs'
import path from 'node:path'
import { type BrowserWindow, dialog } from 'electron'
import { z } from 'zod'
import { EVIDENCE_EXTENSIONS } from '../../shared/evidence/kinds.ts'
import type { FileTokens } from './file-tokens.ts'

const FILTERS = {
  members: [{ name: 'CSV, XLSX', extensions: ['csv', 'txt', 'xlsx'] }],
  bundle: [{ name: 'VIP Desk', extensions: ['zip', 'age'] }],
  backup: [{ name: 'VIP Desk', extensions: ['backup', 'db'] }],
  evidence: [{ name: 'JPG, PNG, PDF, TXT, DOCX, XLSX, MP3, MP4 …', extensions: [...EVIDENCE_EXTENSIONS] }],
  copy: [],
  pack: [{ name: 'JSON', extensions: ['json'] }],
  history: [{ name: 'ZIP', extensions: ['zip'] }],
  errors: [{ name: 'CSV', extensions: ['csv'] }],
  checkpoint: [{ name: 'TXT', extensions: ['txt'] }],
  mail: [{ name: 'EML', extensions: ['eml'] }],
}

const pickFileInput = z.object({ purpose: z.enum(['members', 'bundle', 'backup', 'evidence', 'pack']) })
const pickSaveInput = z.object({
  purpose: z.enum(['history', 'errors', 'backup', 'checkpoint', 'mail', 'copy', 'pack']),
  suggested: z.string().max(200),
})

/** Lets the person choose a file to read; the page gets its name, size and a token. */
export async function pickFile(window: BrowserWindow, tokens: FileTokens, input: unknown) {
  const { purpose } = pickFileInput.parse(input)
  const { filePaths } = await dialog.showOpenDialog(window, { properties: ['openFile'], filters: FILTERS[purpose] })
  const [file] = filePaths
  if (!file) return null
  return { token: tokens.add(file), name: path.basename(file), bytes: fs.statSync(file).size }
}

/** Lets the person choose where to write. */
export async function pickSave(window: BrowserWindow, tokens: FileTokens, input: unknown) {
  const { purpose, suggested } = pickSaveInput.parse(input)
  // A suggested name is a name only: separators would lead elsewhere.
  const name = suggested.replaceAll(/[/\\:*?"<>|]/g, '_')
  const { filePath } = await dialog.showSaveDialog(window, { defaultPath: name, filters: FILTERS[purpose] })
  return filePath ? { token: tokens.add(filePath), name: path.basename(filePath) } : null
}

/** Lets the person choose a folder to write into, or make one. */
export async function pickFolder(window: BrowserWindow, tokens: FileTokens) {
  const { filePaths } = await dialog.showOpenDialog(window, { properties: ['openDirectory', 'createDirectory'] })
  const [folder] = filePaths
  // A whole drive has no name but its place.
  return folder ? { token: tokens.add(folder), name: path.basename(folder) || folder } : null
}
