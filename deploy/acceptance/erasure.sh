#!/usr/bin/env bash
# A person is erased from a running office, and every byte of its files is searched for him; see README.md. Usage: erasure.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
DOORSTEP_ACCEPTANCE_REQUIRED=true mvn -B -ntp test -pl deploy/standalone -am -Dtest=ErasedPersonTest -Dsurefire.failIfNoSpecifiedTests=false
