// The tree of root causes in its versions, and the cause chosen for each case.

export type CauseTreeTable = {
  version: number
  savedAt: number
  savedBy: string | null
  reason: string
  body: string
}

export type CaseCauseTable = {
  caseId: string
  code: string
  version: number
  text: string
  chosenAt: number
  chosenBy: string
  kind: string
  receivedAt: number
}

export type CausesTables = {
  causeTrees: CauseTreeTable
  caseCauses: CaseCauseTable
}
