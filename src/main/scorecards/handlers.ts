import type { FeatureHandlers } from '../engine/handler.ts'
import { assess, remind, saveSelf, setAssessor, waiting } from './assessing.ts'
import { behind } from './behind.ts'
import { adjust, answer, calibrate, correct, decide, freeze, publish } from './ending.ts'
import { ranking } from './ranking.ts'
import { openRound, recount, rounds, show } from './round.ts'
import { saveScheme, schemes } from './schemes.ts'
import { toCardView } from './views.ts'

export const scorecards: FeatureHandlers<'scorecards'> = {
  schemes,
  saveScheme,
  rounds,
  openRound,
  show,
  card: async (ctx, { id }) => toCardView(ctx, id),
  behind,
  waiting,
  saveSelf,
  assess,
  setAssessor,
  remind,
  recount,
  calibrate,
  adjust,
  publish,
  answer,
  decide,
  freeze,
  correct,
  ranking,
}
