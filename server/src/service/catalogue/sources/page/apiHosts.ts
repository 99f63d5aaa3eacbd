import type { Block } from './pageBlocks.ts';
import type { RichText } from './richText.ts';

const hostLimit = 5;
const address = /https?:\/\/([a-z0-9](?:[a-z0-9.-]{0,200}[a-z0-9])?)(?::\d{1,5})?(\/[^\s"'`<>)\\]{0,200})?/gi;
const notHosts =
  /(?:^|\.)(?:example(?:\.\w+)?|example\.(?:com|org|net)|localhost|invalid|test|local|internal)$|^(?:\d+\.){3}\d+$|^(?:docs?|developers?|help|support|status|www|dashboard|console|github|w3|schema)\.|example|your-?|github|w3\.org|ietf\.org|mozilla\.org|schemas?\./i;

/** Returns the hosts that the page's code calls: those in code whose name or path suggests an API. At most five. */
export function findApiHosts(blocks: readonly Block[]): string[] {
  const hosts = new Set<string>();
  const search = (text: string): void => {
    for (const [, name = '', path = ''] of text.slice(0, 20_000).matchAll(address)) {
      const host = name.toLowerCase();
      const isApi = /(?:^|[.-])api(?:[.-]|$)/.test(host) || /^\/(?:api|v\d+)(?:[/?]|$)/.test(path);
      if (isApi && host.includes('.') && !notHosts.test(host) && hosts.size < hostLimit) hosts.add(host);
    }
  };
  const searchText = (text: RichText): void => {
    for (const run of text) if (run.code && run.text.includes('://')) search(run.text);
  };
  const visit = (block: Block): void => {
    if (hosts.size >= hostLimit) return;
    if (block.kind === 'code') search(block.text);
    else if (block.kind === 'paragraph') searchText(block.text);
    else if (block.kind === 'table') for (const row of block.rows.slice(0, 200)) row.forEach(searchText);
    else if (block.kind === 'list') {
      for (const item of block.items) {
        searchText(item.text);
        item.blocks.forEach(visit);
      }
    }
  };
  blocks.forEach(visit);
  return [...hosts];
}
