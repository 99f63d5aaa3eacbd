const privateFolders = /^\.(?:git|ssh|aws|azure|gnupg|kube|docker|password-store)$/i;
const privateNames =
  /^\.env(?:$|[._-])|\.env$|\.(?:pem|key|p12|pfx|jks|keystore|kdbx|ppk|asc)$|^id_(?:rsa|dsa|ecdsa|ed25519)|^\.(?:netrc|npmrc|pypirc|pgpass|git-credentials|htpasswd)$|^(?:credentials|secrets?)(?:$|\.)/i;

/**
 * Whether a file contains keys or passwords by its name or by the name of a folder above it. Such a file is never a log,
 * whatever the settings.
 */
export function isPrivateFile(path: string): boolean {
  const steps = path.split(/[/\\]/);
  return privateNames.test(steps.at(-1) ?? '') || steps.some((step) => privateFolders.test(step));
}
