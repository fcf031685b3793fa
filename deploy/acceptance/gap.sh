#!/usr/bin/env bash
# The gap experiment on both databases; see README.md.
set -euo pipefail
cd "$(dirname "$0")/../.."
mvn -B -ntp test -pl shared-events -Dtest=GapTest
