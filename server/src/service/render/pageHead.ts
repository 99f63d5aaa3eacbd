import { escapeHtml } from './html.ts';

/** The head of a self-contained page. */
export interface PageHead {
  readonly title: string;
  /** Its content security policy. Absent: it loads nothing and runs no script. */
  readonly policy?: string;
  /** Our own CSS: it is written as it is. */
  readonly style: string;
  /** Allows the style under a policy with nonces. */
  readonly nonce?: string | undefined;
}

/** The beginning of a page up to its body, with its texts escaped. */
export function renderPageHead({ title, policy, style, nonce }: PageHead): string {
  const attribute = nonce === undefined ? '' : ` nonce="${escapeHtml(nonce)}"`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy === undefined ? closedPolicy : escapeHtml(policy)}">
<title>${escapeHtml(title)}</title>
<style${attribute}>${style}</style>
</head>`;
}

const closedPolicy = "default-src 'none'; style-src 'unsafe-inline'";
