import path from 'node:path'
import { newFolder, type RunningDesk } from './desk.ts'

/** The next save dialog of the system answers with this place; its own window cannot be driven. */
export async function answerSaveDialog({ app }: RunningDesk, file: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, file)
}

/** The next open dialog of the system answers with this file. */
export async function answerOpenDialog({ app }: RunningDesk, file: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] })
  }, file)
}

/** The person closes the next dialog of the system without choosing. */
export async function cancelDialogs({ app }: RunningDesk): Promise<void> {
  await app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = async () => ({ canceled: true, filePath: '' })
    dialog.showOpenDialog = async () => ({ canceled: true, filePaths: [] })
  })
}

/** A place for a file of this name in a new empty folder. */
export function newFile(name: string): string {
  return path.join(newFolder(), name)
}
