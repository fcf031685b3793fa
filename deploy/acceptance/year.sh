#!/usr/bin/env bash
# A simulated year on two nodes: every passed duty marked once, everybody told once; see README.md.
# usage: year.sh [cases] [days]
set -euo pipefail
cd "$(dirname "$0")/../.."
export DOORSTEP_ACCEPTANCE_REQUIRED=true
mvn -B -ntp test -pl deploy/standalone -am -Dtest=SimulatedYearTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dyear.cases="${1:-2000}" -Dyear.days="${2:-365}"
