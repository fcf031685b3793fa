#!/usr/bin/env bash
# A hundred counties and the office above them; see README.md. province.sh [counties] [cases of each]
set -euo pipefail
cd "$(dirname "$0")/../.."
mvn -B -ntp test -pl deploy/standalone -am -Dtest=ProvinceTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dprovince.counties="${1:-100}" -Dprovince.cases="${2:-100}"
