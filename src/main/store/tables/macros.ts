import type { Generated } from 'kysely'
import type { Flag } from './flag.ts'

// Macros: named, versioned sets of steps, and when they were applied.

export type MacroTable = {
  id: string
  scope: 'own' | 'team'
  ownerId: string
  name: string
  nameEn: Generated<string>
  version: number
  isArchived: Flag
  createdAt: number
  updatedAt: number
  uses: number
  undone: number
  lastUsedAt: number | null
}

export type MacroVersionTable = {
  macroId: string
  version: number
  name: string
  nameEn: Generated<string>
  conditions: string
  steps: string
  at: number
  byId: string
}

export type MacroRunTable = {
  id: string
  macroId: string
  version: number
  caseId: string
  userId: string
  at: number
  seq: number
  parts: string
  undoneAt: number | null
}

export type MacrosTables = {
  macros: MacroTable
  macroVersions: MacroVersionTable
  macroRuns: MacroRunTable
}
