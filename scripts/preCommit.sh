#!/usr/bin/env bash
# What pre-commit runs in the repository that is committed to. It is a stranger's perhaps: the published package of this version is
# installed beside this file, where no .npmrc and no node_modules of the repository counts, and run by its absolute path.
set -euo pipefail
unset NODE_OPTIONS
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)"
version="$(cd "$root" && node -p 'require(process.argv[1]).version' "$root/package.json")"
folder="$root/.installed/$version"
if [ ! -f "$folder/node_modules/api-error-codes/dist/cli.cjs" ]; then
  mkdir -p "$root/.installed"
  # Half an installation is none.
  begun="$(mktemp -d "$root/.installed/XXXXXX")"
  (
    cd "$begun"
    npm install --prefix "$begun" --ignore-scripts --no-audit --no-fund --loglevel error "api-error-codes@$version" >&2
  )
  rm -rf "$folder"
  mv "$begun" "$folder"
fi
exec node "$folder/node_modules/api-error-codes/dist/cli.cjs" check "$@"
