#!/usr/bin/env bash
# Two processes on one PostgreSQL race for one case; see README.md.
set -euo pipefail
cd "$(dirname "$0")/../.."
mvn -B -ntp test -pl deploy/standalone -am -Dtest=TwoOfficesTest -Dsurefire.failIfNoSpecifiedTests=false -Dacceptance.notes=500
