import type { Retry } from '../../../types.ts';

/** The part of a code's description that a column, or a label such as `Cause:`, contains. `other`: a part that is not kept. */
export type Role = 'code' | 'status' | 'cause' | 'remedy' | 'message' | 'retry' | 'field' | 'other';

/** Compares headers without case, accents, punctuation and markup. */
export function normaliseHeader(text: string): string {
  return text
    .slice(0, 200)
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** In the order in which they are asked: the first that fits decides. */
const roles: readonly (readonly [Role, RegExp])[] = [
  [
    'other',
    /\b(g ?rpc|exit|severity|level|json ?rpc|reason phrase|since|version|endpoints?|example|sample|pattern|sdk|category)\b/,
  ],
  ['retry', /\b(retr(y|ies|yable|iable)|wiederhol\w*|reessay\w*|reintent\w*)\b|重试|再試行|リトライ/],
  ['other', /^(is )?(transient|temporary)$/],
  [
    'remedy',
    /\b(solutions?|remed(y|ies|iation)|recover\w*|resol(ution|ve|ving)\w*|fix(es|ed)?|actions?|what to do|how to|handl(ing|e)|suggest\w*|recommend\w*|troubleshooting|mitigation|workaround|next steps?|advice|guidance|correction|losung\w*|behebung|massnahmen?|abhilfe|was tun|aktion(en)?|acci(on|ones)|soluci(on|ones)|resoluci(on|ones)|que hacer|soluc(ao|oes)|ac(ao|oes)|resolucao|que faire|correctif|action corrective)\b|解决|解決|处理|處理|建议|建議|对策|対処|対応|対策/,
  ],
  [
    'status',
    /\bhttps?\b|^(response )?status( codes?)?$|^stat(us|ut|o)( http)?$|^estado( http)?$|^statuscodes?$|^codigo de estado|^code de statut|^codigo de status|状态码|狀態碼|ステータス|^状态$/,
  ],
  [
    'cause',
    /\b(causes?|why|when|triggers?|triggered|descri\w*|\w*beschreibung\w*|meanings?|means|details?|explanations?|definitions?|occurs|conditions?|scenarios?|cases?|situation|ursachen?|bedeutung|grund|erklarung|significado|causas?|motivo|caso|quando|cuando|signification|raison|quand|detalhes?|detalles?)\b|描述|说明|說明|原因|含义|含義|意味|説明|内容|触发|发生|場面|条件/,
  ],
  [
    'message',
    /\b(messages?|msg|text|mensajes?|mensage[mn]s?|nachricht|meldung|fehlermeldung|fehlertext|title|titel|titre|titulo|label|summary)\b|消息|信息|メッセージ|提示/,
  ],
  [
    'field',
    /\b(fields?|parameters?|params?|propert(y|ies)|attributes?|headers?|variables?|arguments?|options?|flags?|members?|feld|champ|campo|parametro|eigenschaft|settings?|metric)\b|字段|参数|參數|フィールド|パラメータ/,
  ],
  [
    'code',
    /\b(codes?|errors?|errno|errcode|exceptions?|faults?|failures?|problems?|identifiers?|ids?|names?|types?|keys?|constants?|slugs?|enum|symbols?|kinds?|reasons?|values?|codigos?|fehler\w*|erreurs?|erros?|nombre|nome|nom|bezeichner|kennung|tipo)\b|代码|代碼|错误|錯誤|エラー|コード|编码|識別子|标识|返回码|エラー名/,
  ],
  ['cause', /\b(notes?|remarks?|comments?|hinweise?|bemerkung\w*|notas?|remarques?|info|information)\b|备注|備考/],
];

/** The role that a header or label announces; undefined when its words announce none. */
export function roleOf(header: string): Role | undefined {
  const words = normaliseHeader(header);
  if (words === '') return undefined;
  if (explicitCode.test(words) && !/\b(http|message|description|exit)\b/.test(words)) return 'code';
  return roles.find(([, pattern]) => pattern.test(words))?.[0];
}

const explicitCode =
  /^(api |app |application |internal |business |custom |our |string |json )?(errors?|err|exceptions?|faults?|decline|failure|problem|reason)( ?)(codes?|ids?|identifiers?|keys?|slugs?|names?|constants?|types?|code string|enum|no|number|code name|class)$|^(errno|errcode|error|errors|code string|codestring|error s|exception|string code|machine code|fehlercodes?|fehlerkurzel|fehlerschlussel|fehlernummer|codigo de errore?s?|codigos? de erro|code d erreur|codes d erreur|code erreur|código de erro)$|^(错误码|错误代码|錯誤碼|錯誤代碼|エラーコード|エラー|错误|业务错误码)$/;

/**
 * How surely a header is that of error codes: 3 for `Error code`, 2.5 for `Error`, 2 for `Code`, 1 for `Name`, 0 for an unclear
 * one.
 */
export function codeHeaderStrength(header: string): number {
  const words = normaliseHeader(header);
  if (explicitCode.test(words)) return /^(errors?|error s|exception|错误|エラー)$/.test(words) ? 2.5 : 3;
  if (/\b(codes?|codigos?|identifiers?|errors?|exceptions?)\b|代码|代碼|コード|码/.test(words)) return 2;
  return roleOf(header) === 'code' ? 1 : 0;
}

/** Which of two columns describes a code better: lower is better. A cause before a description before a note. */
export function causeRank(header: string): number {
  const words = normaliseHeader(header);
  const ranks = [
    /^(?!.*\b(?:common|possible|typical|likely|example|mogliche|posibles?|possiveis)\b).*(?:\bcaus|\bursache|原因)/,
    /\bdescri\w*|beschreibung|描述|说明|説明/,
    /\bmean\w*|significa\w*|bedeutung|含义|意味/,
    /\b(reason|why|motivo|raison|grund)\b/,
    /\b(when|trigger\w*|occurs|cuando|quando|quand|cas[eo]s?|conditions?|scenario)\b/,
    /\b(details?|explanation)\b/,
  ];
  const rank = ranks.findIndex((pattern) => pattern.test(words));
  return rank === -1 ? ranks.length : rank;
}

/** The meaning of a cell under `Retry?`; undefined when it is more than a plain yes or no. */
export function readRetry(text: string): Retry | undefined {
  const word = text.toLowerCase().replace(/[.\s]|\ufe0f/g, '');
  if (/^(no|never|false|❌|✗|✘|✕|nein|non|não|nao|否|不可|×|non-retryable|notretryable|don'tretry|donotretry)$/.test(word))
    return 'never';
  return /^(yes|true|✅|✓|✔|☑|ja|oui|sí|si|sim|是|可|○|retryable|backoff|yes,withbackoff|yes\(backoff\)|yes\(withbackoff\)|exponentialbackoff)$/.test(
    word,
  )
    ? 'backoff'
    : undefined;
}

/** Types of schemas, under whose header a table lists members and not codes. */
export function isSchemaType(text: string): boolean {
  return /^(string|integer|int|int32|int64|number|float|boolean|bool|object|array|null|enum|uuid|date-?time|datetime|list|map|any|url|string\[\]|array of \w+|string \| null|array<\w+>)$/i.test(
    text,
  );
}
