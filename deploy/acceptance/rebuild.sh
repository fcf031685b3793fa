#!/usr/bin/env bash
# The lists built anew beside those that serve, under load, with a kill half-way; see README.md.
set -euo pipefail
cd "$(dirname "$0")/../.."
export DOORSTEP_ACCEPTANCE_REQUIRED=true
mvn -B -ntp test -pl deploy/standalone -am -Dtest='RebuildBesideTest' -Dsurefire.failIfNoSpecifiedTests=false
