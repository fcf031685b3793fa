#!/usr/bin/env bash
# A rolling upgrade: two nodes of the version before are replaced under load; see README.md. Usage: rolling.sh [commit]
# The commit is the version before; without one, that from which versions work side by side by rule (docs/decisions/0054).
set -euo pipefail
cd "$(dirname "$0")/../.."
before=$(git rev-parse --verify "${1:-d683ea6}^{commit}")
folder=$(mktemp -d)
trap 'git worktree remove --force "$folder/before" 2> /dev/null || true; rm -rf "$folder"' EXIT
git worktree add --detach --quiet "$folder/before" "$before"
echo "the version before: $(git log -1 --format='%h %s' "$before")"
(cd "$folder/before" && mvn -B -ntp -q -DskipTests package -pl deploy/standalone -am)
DOORSTEP_ACCEPTANCE_REQUIRED=true mvn -B -ntp test -pl deploy/standalone -am -Dtest='RollingUpgradeTest,NewerFactsTest' \
  -Dsurefire.failIfNoSpecifiedTests=false "-Dacceptance.before=$folder/before/deploy/standalone/target/doorstep.jar"
