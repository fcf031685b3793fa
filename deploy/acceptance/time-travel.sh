#!/usr/bin/env bash
# Random lives of 300 cases, 50 random (t, k): time travel equals an office of then; see README.md. Usage: time-travel.sh [cases] [moments]
set -euo pipefail
cd "$(dirname "$0")/../.."
mvn -B -ntp test -pl shared-events,query-service -Dtest=TimeTravelTest -Dsurefire.failIfNoSpecifiedTests=false -Dtravel.cases="${1:-300}" -Dtravel.moments="${2:-50}"
