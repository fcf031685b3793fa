#!/usr/bin/env bash
# Two command and two query services behind the proxy, and what may befall them; see README.md.
set -euo pipefail
cd "$(dirname "$0")/../.."
export DOORSTEP_ACCEPTANCE_REQUIRED=true
mvn -B -ntp test -pl deploy/standalone -am -Dtest='SeparateServicesTest' -Dsurefire.failIfNoSpecifiedTests=false
