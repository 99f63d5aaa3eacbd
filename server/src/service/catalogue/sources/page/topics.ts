import { mentionsTerm } from './tables/headerTerms.ts';
import { namesOtherThing, normaliseHeader } from './tables/headerWords.ts';
import type { Section } from './pageOutline.ts';
import { plainTextOf } from './richText.ts';

/**
 * The subject of a table or list according to the words around it. `apart`: a list of codes of another kind, whatever the page
 * is about (`Currency codes`).
 */
export type Topic = 'errors' | 'other' | 'apart' | 'unknown';

const errors =
  /error|exception|failure|\bfaults?\b|problem|reject|decline|(reason|response|return|result) codes?|troubleshoot|\b[45]xx\b|\b4\d\d\b|\b50\d\b/;
const surely =
  /(error|exception|failure|fault|problem|decline|reject\w*|err) (codes?|types?|ids?|names?|catalog\w*|reference|list|table|strings?|identifiers?|keys?|constants?|summary|overview)|\b(errors|exceptions|failures)( \w+)?$|error \w+ codes?|list of errors|^(common )?errors\b|\bclose( event)? codes?\b/;
const others =
  /\b(parameters?|params|fields?|propert(y|ies)|attributes|headers?|variables?|rate limits?|plans?|pricing|exit (codes?|status)|changelog|change ?log|release notes|versions?|events?|scopes?|permissions?|roles|endpoints?|methods?|envelope|formats?|structure|schemas?|object|body|payload|shape|anatomy|flags|options|log levels?|severit\w+|metrics|languages?|currenc(y|ies)|countr(y|ies)|locales?|test (cards?|values|numbers)|webhooks?|best practices|requirements|configuration|features|see also|references|related|next steps|environment|enums?|arguments|prerequisites|place ?holders?)\b/;

/** The subject of a heading or an introducing sentence. */
export function topicOf(text: string): Topic {
  const words = normaliseHeader(text);
  if (/\bexit (codes?|status)|log levels?|\btest cards?\b/.test(words)) return 'apart';
  if (surely.test(words) || mentionsTerm(words, 'errorCode') || mentionsTerm(words, 'responseCode')) return 'errors';
  if (namesOtherThing(words) && /\b(codes?|opcodes?|list|table)$|^(supported|list of)\b/.test(words)) return 'apart';
  if (others.test(words)) return 'other';
  return errors.test(words) || mentionsTerm(words, 'error') ? 'errors' : 'unknown';
}

/** The subject of a sentence before a block. One that introduces values of a code is no sentence about fields. */
export function topicOfLead(lead: string): Topic {
  if (lead.length > 200) return 'unknown';
  const words = normaliseHeader(lead);
  if (/\bcodes?\b.*\b(one of|following|below|these|possible)\b|\b(following|possible)\b.*\bcodes?\b/.test(words))
    return errors.test(words) || !namesOtherThing(words) ? 'errors' : 'other';
  return topicOf(lead);
}

/** The subject of a section: its own heading decides, else the nearest heading with a known subject, else the page's title. */
export function topicOfSection(section: Section, title: string): Topic {
  for (let at: Section | undefined = section; at; at = at.parent) {
    const topic = at.heading ? topicOf(at.title) : 'unknown';
    if (topic !== 'unknown') return topic;
  }
  return topicOf(title);
}

/** The subject of a section with a table: where no heading tells, its sentences may say that its codes mean a failure. */
export function topicOfTable(section: Section, title: string): Topic {
  const topic = topicOfSection(section, title);
  if (topic !== 'unknown' || !mentionsCodes(normaliseHeader(section.title))) return topic;
  const says = section.blocks.some((block) => {
    if (block.kind !== 'paragraph') return false;
    const words = normaliseHeader(plainTextOf(block.text));
    return mentionsCodes(words) && (failed.test(words) || mentionsTerm(words, 'failure'));
  });
  return says ? 'errors' : topic;
}

const failed = /\b(fail(s|ed|ures?)?|errors?|malformed|rejected|declined)\b/;

function mentionsCodes(words: string): boolean {
  return /\bcodes?\b/.test(words) || mentionsTerm(words, 'code');
}
