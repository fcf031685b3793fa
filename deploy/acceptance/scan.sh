#!/usr/bin/env bash
# Scans a running office: our own crawl (ScanTest, with every hostile word), then wapiti and sqlmap where they are installed; see README.md.
# Usage: scan.sh [own|tools|all] [URL of a demonstration that may be spoilt, for the tools]
#   Without an address the tools get an office of their own from the packaged jar (mvn -DskipTests package).
#   The tools are independent of us and not part of the project: apt-get install wapiti sqlmap
set -euo pipefail
cd "$(dirname "$0")/../.."
what=${1:-all} url=${2:-} failed=0
if [ "$what" != tools ]; then
  echo "== our own crawl: every address, field and parameter"
  DOORSTEP_ACCEPTANCE_REQUIRED=true mvn -B test -pl shared-events,command-service,query-service,deploy/standalone -Dtest='ScanTest,LimitsTest' -Dsurefire.failIfNoSpecifiedTests=false || failed=1
fi
[ "$what" = own ] && exit $failed
work=$(mktemp -d)
office=
trap '[ -z "$office" ] || { kill $office 2>/dev/null || true; wait $office 2>/dev/null || true; }; rm -rf "$work"' EXIT
if [ -z "$url" ]; then
  url=http://localhost:18961
  java -jar deploy/standalone/target/doorstep.jar --spring.profiles.active=demo --doorstep.demo.year=false --doorstep.limits.share=0 --server.port=18961 --doorstep.data="$work/data" > "$work/log" 2>&1 &
  office=$!
  until curl -sf "$url/actuator/health" > /dev/null; do kill -0 $office; sleep 1; done
fi
deploy/acceptance/story.sh "$url" > "$work/story"
# signed in with each request, as the demonstration lets programs be: a session would end when the scan finds the button for it
as="Authorization: Basic $(printf officer:doorstep-demo | base64)"
[ "$(curl -s -o /dev/null -w '%{http_code}' -H "$as" "$url/lists/problems")" = 200 ] || { echo "could not sign in"; exit 1; }
if command -v wapiti > /dev/null; then
  echo "== $(wapiti --version 2>&1 | tail -1)"
  for module in ${MODULES:-blindsql sql xss permanentxss exec file crlf redirect csrf methods htaccess backup shellshock xxe http_headers cookieflags csp}; do
    # each by itself, on the same crawl: one that finds no end does not keep the others from their turn
    timeout "${LONGEST:-300}" /usr/bin/python3 deploy/acceptance/scan.py -u "$url/" -H "$as" --scope domain -m "$module" \
      -x "$url/logout*" -x "$url/webjars/*" -x "$url/assets/*" -s "$url/lists/problems" -s "$url/cases/new" -s "$url/map" -s "$url/figures" -s "$url/imports" -s "$url/me" \
      --depth "${DEPTH:-3}" --max-scan-time "${CRAWL:-90}" --max-attack-time "${ATTACK:-60}" --max-links-per-page 40 --max-files-per-dir 20 --store-session "$work/session" \
      --no-bugreport -f json -o "$work/$module.json" > "$work/$module.log" 2>&1 || echo "   $module: stopped after ${LONGEST:-300} s"
    [ -s "$work/$module.json" ] || { echo "   $module: no report"; tail -2 "$work/$module.log"; continue; }
    python3 - "$work/$module.json" "$module" "$work/session" <<'P' || failed=1
import glob, json, sqlite3, sys
report = json.load(open(sys.argv[1]))
# on purpose: the first does harm in browsers that still know it and is set to 0; the second goes out over HTTPS only (FirstDayTest)
explained = ("X-XSS-Protection is not set", "Strict-Transport-Security is not set")
found = [(kind, name, one) for kind in ("vulnerabilities", "anomalies") for name, all in report[kind].items() for one in all if one["info"] not in explained]
crawled = sum(sqlite3.connect(each).execute("select count(*) from paths where evil = 0").fetchone()[0] for each in glob.glob(sys.argv[3] + "/*.db"))
print("   %s: %s requests crawled, %d findings" % (sys.argv[2], crawled, len(found)))
for kind, name, one in found[:20]:
    print("     %s, %s: %s %s %s" % (kind, name, one["method"], one["path"], one["info"]))
sys.exit(1 if found else 0)
P
  done
else
  echo "== wapiti is NOT installed: no independent crawl was made (apt-get install wapiti)"
fi
if command -v sqlmap > /dev/null; then
  echo "== sqlmap $(sqlmap --version 2>/dev/null | grep -oE '^[0-9.]+' | tail -1)"
  for address in "/api/lists/problems?q=a&place=430525&officer=x&unit=u&category=01&sort=due" "/api/places?q=a&under=430525" "/choose/cases?q=a" "/api/statistics/resolution?by=place&place=430525"; do
    timeout "${LONGEST:-300}" sqlmap -u "$url$address" -H "$as" --batch --level 1 --risk 1 --threads 4 --flush-session --output-dir "$work/sqlmap" --ignore-code 400 > "$work/sqlmap.log" 2>&1 || true
    if grep -qE "is vulnerable|identified the following injection" "$work/sqlmap.log"; then
      echo "   $address: INJECTION"; grep -A6 "identified the following" "$work/sqlmap.log"; failed=1
    else
      echo "   $address: $(grep -oE 'all tested parameters do not appear to be injectable' "$work/sqlmap.log" | head -1 || true)"
    fi
  done
else
  echo "== sqlmap is NOT installed: it was not run (apt-get install sqlmap)"
fi
if [ -n "$office" ]; then
  echo "== the office's log: $(grep -c ' ERROR ' "$work/log" || true) errors"
  ! grep -A12 ' ERROR ' "$work/log" | cut -c1-200 | head -40 | grep . || failed=1
fi
exit $failed
