#!/usr/bin/env bash
# A real county's no-meeting week is planned and laid beside a greedy assignment; see README.md.
# Usage: plan.sh <folder with places/430525.csv>
set -euo pipefail
data=$(cd "${1:?the folder with the places}" && pwd)
cd "$(dirname "$0")/../.."
mvn -B -ntp test -pl command-service -am -Dtest=CountyPlanTest -Dsurefire.failIfNoSpecifiedTests=false -Dacceptance.data="$data"
