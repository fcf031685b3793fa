#!/usr/bin/env bash
# kill -9 at random moments on H2 and PostgreSQL; see README.md. Usage: kill.sh [times]
set -euo pipefail
cd "$(dirname "$0")/../.."
DOORSTEP_ACCEPTANCE_REQUIRED=true mvn -B -ntp test -pl deploy/standalone -am -Dtest=KilledProcessTest -Dsurefire.failIfNoSpecifiedTests=false -Dacceptance.kills="${1:-20}"
