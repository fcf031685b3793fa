#!/usr/bin/env bash
# A database is changed by hand in every way, and the verifier names what was done; see README.md. Usage: tamper.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
DOORSTEP_ACCEPTANCE_REQUIRED=true mvn -B -ntp test -pl deploy/standalone -am -Dtest=TamperedHistoryTest -Dsurefire.failIfNoSpecifiedTests=false
