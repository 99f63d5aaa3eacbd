import { renderJsonLine } from './json.ts';

/**
 * A text as a value of a YAML file on one line: without quotes where YAML then reads the same text. Otherwise in double quotes,
 * in which every JSON string is one of YAML.
 */
export function renderYamlText(text: string): string {
  // YAML reads 12, true and null as other values than texts, and a colon, a comma or a bracket as its own.
  const isPlain = /^[A-Za-z_][\w./-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);
  return isPlain ? text : renderJsonLine(text);
}
