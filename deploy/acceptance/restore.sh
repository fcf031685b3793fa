#!/usr/bin/env bash
# Backup, drill, restore and move, with times; see README.md. Usage: restore.sh [facts]
set -euo pipefail
cd "$(dirname "$0")/../.."
DOORSTEP_ACCEPTANCE_REQUIRED=true mvn -B -ntp test -pl shared-events,deploy/standalone -am \
  -Dtest='BackupTest,BusyOfficeTest,OfficeBackupTest,AgeTest,LargeBackupTest,RestoredOfficeTest,UpgradeTest' \
  -Dsurefire.failIfNoSpecifiedTests=false "-Dacceptance.facts=${1:-1000000}"
