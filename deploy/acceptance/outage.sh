#!/usr/bin/env bash
# What everybody hears while the database is gone or slow, when ten times as many come as usual, and when the disk is full; see README.md.
set -euo pipefail
cd "$(dirname "$0")/../.."
export DOORSTEP_ACCEPTANCE_REQUIRED=true
mvn -B -ntp test -pl deploy/standalone -am -Dtest='DatabaseGoneTest,SlowDatabaseTest,TenfoldLoadTest,FullDiskTest' -Dsurefire.failIfNoSpecifiedTests=false
