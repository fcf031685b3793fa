#!/usr/bin/env bash
# A day without signal in a real browser: five cases taken along, seven visits recorded with the server dead, the browser closed and opened, one corrected, a line
# that cuts half of the requests; everything arrives once, byte for byte; and the ways beside it. See README.md.
set -euo pipefail
cd "$(dirname "$0")/../.."
export DOORSTEP_BROWSER_REQUIRED=true
mvn -B -ntp test -pl deploy/browser -am -Dtest='VisitApp*Test,PhoneWalksTest' -Dsurefire.failIfNoSpecifiedTests=false
