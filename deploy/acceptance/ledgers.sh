#!/usr/bin/env bash
# Real ledgers come in, each twice; see README.md. Usage: ledgers.sh <folder with messages.xlsx and requests-nyc.csv>
set -euo pipefail
data=$(cd "${1:?the folder with the ledgers}" && pwd)
cd "$(dirname "$0")/../.."
mvn -B -ntp test -pl deploy/standalone -am -Dtest=LedgersTest -Dsurefire.failIfNoSpecifiedTests=false -Dacceptance.data="$data"
