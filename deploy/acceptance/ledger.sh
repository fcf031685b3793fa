#!/usr/bin/env bash
# Rates of the ledger of facts and of its check, and what the ledger costs a writer; see README.md. Usage: ledger.sh [facts]
set -euo pipefail
cd "$(dirname "$0")/../.."
mvn -B -ntp test -pl shared-events -Dtest=LedgerRatesTest -Dledger.facts="${1:-1000000}" | grep -E "facts/s|ERROR|Tests run:|BUILD"
