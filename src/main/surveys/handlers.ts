import type { FeatureHandlers } from '../engine/handler.ts'
import { answer } from './answering.ts'
import { attempt, byRef, decline, invite } from './asking.ts'
import { answers, decide } from './deciding.ts'
import { due } from './due.ts'
import { form, forms, publishForm, saveForm } from './forms.ts'
import { importAnswers } from './import-answers.ts'
import { acceptMeasures, ofCase } from './of-case.ts'
import { results } from './results.ts'
import { saveScheme, schemes } from './schemes.ts'
import { runs, send } from './sending.ts'

export const surveys: FeatureHandlers<'surveys'> = {
  ...{ forms, form, saveForm, publishForm },
  ...{ invite, byRef, attempt, decline, answer, importAnswers },
  ...{ ofCase, acceptMeasures, answers, decide, results },
  ...{ due, send, runs, schemes, saveScheme },
}
