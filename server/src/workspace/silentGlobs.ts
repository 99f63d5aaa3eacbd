/** Globs of lock files, prose and the like, which show nothing: they name APIs that no code calls. */
export const silentGlobs: readonly string[] = [
  '*.{md,mdx,markdown,txt,rst,adoc,log,svg,map,snap}',
  '*.log.*',
  '*.min.*',
  '{package-lock.json,npm-shrinkwrap.json,yarn.lock,pnpm-lock.yaml,bun.lock,bun.lockb,Cargo.lock,poetry.lock,uv.lock,Pipfile.lock,go.sum,composer.lock,Gemfile.lock,Package.resolved,pubspec.lock,gradle.lockfile}',
  '.git',
  'node_modules',
];
