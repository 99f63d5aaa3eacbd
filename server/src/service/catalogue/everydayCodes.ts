import type { Catalogue } from '../types.ts';
import { shippedCatalogues } from './shippedCatalogues.ts';
import { isInOtherVocabulary } from './vocabularies.ts';

/** The words of which errors of any system are named: `ValidationError`, `aborted`, `InvalidParameterValue`. */
const words = new Set(
  `a abort aborted access account action active allowed already and api are argument arguments ask auth authentication authorization
  bad be blocked body busy call can cancelled canceled cannot cant change changed client closed code condition conflict connection content
  could data database db deleted denied deny disabled does duplicate empty entity error errors exceed exceeded exception exceptions exist
  exists expired fail failed failure fatal field file forbidden found general generic gone http id illegal implemented in incorrect input
  internal invalid is item key large length limit limited limits loading locked lookup match message method missing moved must name
  network no not null number object of operation operational out output overflow overloaded parameter parameters parse password payload
  pending permission permissions precondition processing programming quota range rate read readonly ready reached reason redirect reference
  refused rejected request requests required resource resources retry runtime same secret server service session short size state status
  storage success support supported syntax system temporarily temporary throttle throttled throttling time timed timeout to token tokens
  too many transaction type unable unauthenticated unauthorised unauthorized unavailable unexpected unhandled unimplemented unknown
  unprocessable unreachable unsupported url usage use used user username users validate validation value values version was write wrong`.split(
    /\s+/,
  ),
);

const known = new Map<string, boolean>();
const shippedIds = new Set(shippedCatalogues.map(({ head }) => head.id));

/** Whether a catalogue is one of a well-known API's that ships with the product. */
function isShipped({ builtin, id }: Catalogue): boolean {
  return builtin && shippedIds.has(id);
}

/**
 * Whether a code of a shipped catalogue proves nothing by itself: other systems have it too, or it is made of words that any
 * system names its errors with. Codes of other catalogues are never such codes.
 */
export function isEverydayCode(catalogue: Catalogue, code: string): boolean {
  if (!isShipped(catalogue)) return false;
  if (isInOtherVocabulary(code, catalogue.id)) return true;
  let everyday = known.get(code);
  if (everyday === undefined) {
    const parts = code.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').match(/\p{L}+|\p{N}+/gu) ?? [];
    everyday = parts.length > 0 && parts.every((part) => words.has(part.toLowerCase()));
    known.set(code, everyday);
  }
  return everyday;
}
