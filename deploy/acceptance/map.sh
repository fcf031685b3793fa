#!/usr/bin/env bash
# What a running office serves for the GeoJSON files in its map folder. Usage: map.sh <data folder> [address] [account:password]
# The office must have been started with --doorstep.data=<data folder>, in the demo profile unless an account is named.
set -euo pipefail
folder=${1:?the data folder of the office}/map
office=${2:-http://localhost:8080}
account=${3:-officer:doorstep-demo}
ask() { curl -fsS -u "$account" -H 'Accept-Language: en' "$office$1"; }
files=$(find "$folder" -maxdepth 1 \( -name '*.json' -o -name '*.geojson' \) 2>/dev/null | wc -l)
features=$(ask /map/outline.json | grep -o '"type":"Feature"' | wc -l)
page=$(ask /map)
faults=$(grep -c 'Outline file .* is not used' <<<"$page" || true)
echo "$files files, $features areas served, $faults files named as not used"
grep -q 'id="townships"' <<<"$page" || { echo "the map has no table of townships"; exit 1; }
if [ "$files" -gt "$faults" ]; then
  [ "$features" -gt 0 ] && grep -q 'data-map' <<<"$page" || { echo "files are there, and nothing is drawn"; exit 1; }
else
  grep -q 'class="tiles"' <<<"$page" || grep -q 'data-map' <<<"$page" || { echo "neither map nor tiles"; exit 1; }
fi
echo ok
