import cn12315 from '../../../resources/policies/packs/cn-12315.json' with { type: 'json' }
import cnAirport2019 from '../../../resources/policies/packs/cn-airport-2019.json' with { type: 'json' }
import cnAirportExample from '../../../resources/policies/packs/cn-airport-example.json' with { type: 'json' }
import cnCal2026 from '../../../resources/policies/packs/cn-cal-2026.json' with { type: 'json' }
import cnCcar3002017 from '../../../resources/policies/packs/cn-ccar300-2017.json' with { type: 'json' }
import cnDelay100200 from '../../../resources/policies/packs/cn-delay-100-200.json' with { type: 'json' }
import cnDelayCata2010 from '../../../resources/policies/packs/cn-delay-cata2010.json' with { type: 'json' }
import cnPipl from '../../../resources/policies/packs/cn-pipl.json' with { type: 'json' }
import cnTel35 from '../../../resources/policies/packs/cn-tel-35.json' with { type: 'json' }
import cnTour32 from '../../../resources/policies/packs/cn-tour-32.json' with { type: 'json' }
import deskRaise from '../../../resources/policies/packs/desk-raise.json' with { type: 'json' }
import eu261 from '../../../resources/policies/packs/eu261.json' with { type: 'json' }
import eu2612026 from '../../../resources/policies/packs/eu261-2026.json' with { type: 'json' }
import mc99 from '../../../resources/policies/packs/mc99.json' with { type: 'json' }
import tmc15Min from '../../../resources/policies/packs/tmc-15min.json' with { type: 'json' }
import uk261 from '../../../resources/policies/packs/uk261.json' with { type: 'json' }
import usDot from '../../../resources/policies/packs/us-dot.json' with { type: 'json' }
import { type PackValue, type RulePack, rulePack } from '../../shared/policies/packs.ts'

/** The rule packs that come with the product: the law first, then other industries, abroad, and the desk's own. */
export const RULE_PACKS: readonly RulePack[] = [
  cnCal2026,
  cnCcar3002017,
  cnAirport2019,
  cnAirportExample,
  cnPipl,
  cnDelayCata2010,
  cnDelay100200,
  cnTel35,
  cnTour32,
  cn12315,
  usDot,
  eu261,
  eu2612026,
  uk261,
  mc99,
  tmc15Min,
  deskRaise,
].map((data) => rulePack.parse(data))

/** A value that a pack tells, as it is shipped; undefined for one that no pack has. */
export function packValueOf(pack: string, id: string): PackValue | undefined {
  return RULE_PACKS.find((one) => one.id === pack)?.values.find((value) => value.id === id)
}
