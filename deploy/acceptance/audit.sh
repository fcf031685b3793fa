#!/usr/bin/env bash
# A supervisor's walk in a real browser: a case closed too early, what was known then, the figure that counts it, what was published, and what corrects it. See README.md.
set -euo pipefail
cd "$(dirname "$0")/../.."
export DOORSTEP_BROWSER_REQUIRED=true
mvn -B -ntp test -pl deploy/browser -am -Dtest='AuditTest' -Dsurefire.failIfNoSpecifiedTests=false
