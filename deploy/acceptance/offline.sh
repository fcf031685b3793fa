#!/usr/bin/env bash
# The product on a machine that has no network but itself: starts, shows its pages, and lets a case live from report to close-out; see README.md.
# Usage: offline.sh  (Linux; needs the packaged jar: mvn -DskipTests package)
set -euo pipefail
cd "$(dirname "$0")/../.."
if [ "${1:-}" != inside ]; then
  # a network of its own, in which there is only the loopback, and that comes up inside
  exec unshare --net ${UID_MAP-$([ "$(id -u)" = 0 ] || echo --map-root-user)} "$0" inside
fi
ip link set lo up
if curl -s --max-time 5 -o /dev/null https://1.1.1.1; then echo "the network is not cut off"; exit 1; fi
echo "cut off: $(ip -o addr | awk '{print $2, $4}' | tr '\n' ' ')"
data=$(mktemp -d)
java -jar deploy/standalone/target/doorstep.jar --spring.profiles.active=demo --doorstep.demo.year=false --server.port=18960 --doorstep.data="$data" > "$data/log" 2>&1 &
office=$!
trap 'kill $office 2>/dev/null || true; wait $office 2>/dev/null || true; rm -rf "$data"' EXIT
until curl -sf localhost:18960/actuator/health > /dev/null; do kill -0 $office; sleep 1; done
for page in / /login /help /help/lists /lists/problems /lists/assignments /lists/closeouts /cases/new /figures /map /wall /imports; do
  curl -sL -u officer:doorstep-demo "localhost:18960$page" > "$data/page"
  # every script, style and picture that a page names is here
  parts=$(grep -oE '(src|href)="/(assets|webjars|help/pictures)/[^"]*"' "$data/page" | cut -d'"' -f2 | sort -u || true)
  [ -n "$parts" ] || { echo "$page is no page"; exit 1; }
  for part in $parts; do
    [ "$(curl -s -o /dev/null -w '%{http_code}' "localhost:18960$part")" = 200 ] || { echo "$page needs $part"; exit 1; }
  done
  if grep -oE '(src|href|action)="(https?:)?//[^"]*"' "$data/page"; then echo "$page names another host"; exit 1; fi
done
echo "pages: all of their parts come from this machine"
deploy/acceptance/story.sh http://localhost:18960
