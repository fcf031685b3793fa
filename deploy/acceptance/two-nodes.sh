#!/usr/bin/env bash
# Access and privacy on two nodes that share one PostgreSQL; see README.md.
set -euo pipefail
cd "$(dirname "$0")/../.."
export DOORSTEP_ACCEPTANCE_REQUIRED=true
mvn -B -ntp test -pl deploy/standalone -am -Dtest='TwoNodesTest,AccessMatrixTest' -Dsurefire.failIfNoSpecifiedTests=false
