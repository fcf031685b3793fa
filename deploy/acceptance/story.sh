#!/usr/bin/env bash
# A case from report to close-out over HTTP; see README.md. Usage: story.sh [URL of a running demo]
set -euo pipefail
url=${1:-http://localhost:8080}
id=$(cat /proc/sys/kernel/random/uuid 2>/dev/null || uuidgen)
answer=$(mktemp)
trap 'rm -f "$answer"' EXIT

# ask <who> <expected status> <method> <path> [json]
ask() {
  local status
  status=$(curl -sS -o "$answer" -w '%{http_code}' -u "$1:doorstep-demo" -H 'Accept-Language: en' -H 'Content-Type: application/json' \
    -X "$3" ${5:+-d "$5"} "$url$4")
  printf '%-11s %s %s → %s\n' "$1" "$3" "${4//$id/…}" "$status"
  [ "$status" = "$2" ] || { echo "expected $2:"; cat "$answer"; echo; exit 1; }
}
# on <list>: whether the case is on it
on() {
  ask supervisor 200 GET "/api/lists/$1?size=200&q=$number"
  if grep -q "$id" "$answer"; then echo "            … is on the list"; else echo "            … is not on the list"; fi
}
must() { grep -q "$1" "$answer" || { echo "expected $1 in:"; cat "$answer"; echo; exit 1; }; }

echo "1. Reported"
ask officer 201 POST /api/cases "{\"caseId\": \"$id\", \"kind\": \"PETITION\", \"channel\": \"VISIT\", \"category\": \"0101\",
  \"place\": \"430525\", \"title\": \"承包地四至不清\", \"statement\": \"希望重新丈量\",
  \"petitioners\": [{\"name\": \"张某\", \"phone\": \"0739-0000000\"}]}"
number=$(grep -o '"number":"[^"]*"' "$answer" | cut -d'"' -f4)
echo "            number $number"
ask officer 200 GET "/api/cases/$id?version=1"
on problems; must "$id"

echo "2. Assigned, signed for, accepted"
ask dispatcher 200 POST "/api/cases/$id/assignments" '{"unit": "u-natural-resources", "officer": "handler"}'
ask handler 200 POST "/api/cases/$id/signature" '{}'
ask handler 200 POST "/api/cases/$id/acceptance" '{"notice": "已电话告知"}'
ask officer 200 GET "/api/cases/$id?version=4"
on assignments; must "$id"

echo "3. Visited and resolved"
visit=$(cat /proc/sys/kernel/random/uuid 2>/dev/null || uuidgen)
ask cadre 200 POST "/api/cases/$id/visits" "{\"visitId\": \"$visit\", \"type\": \"DOWN_VISIT\", \"officers\": [\"cadre\"], \"place\": \"430525\",
  \"startedAt\": \"$(date -u -d '-1 minute' +%Y-%m-%dT%H:%M:%SZ)\", \"findings\": \"双方到场，同意重新丈量\", \"outcome\": \"COMMITMENT\",
  \"commitmentBy\": \"$(date -u -d '+7 days' +%Y-%m-%d)\"}"
ask handler 200 POST "/api/cases/$id/resolution" "{\"outcome\": \"SUPPORTED\", \"result\": \"SETTLED\", \"summary\": \"已重新丈量并埋设界桩\",
  \"evidence\": [{\"type\": \"VISIT\", \"ref\": \"$visit\"}], \"stance\": \"ACCEPTS\"}"

echo "4. Nobody closes out his own case"
ask handler 409 POST "/api/cases/$id/closeout" '{}'
must CLOSER_HANDLED_THE_CASE; cat "$answer"; echo

echo "5. A malformed request names every faulty field at once"
ask officer 400 POST /api/cases '{"kind": "COMPLAINT", "channel": "VISIT", "category": "0101", "place": "430525", "petitioners": []}'
must '"field":"kind"'; must '"field":"title"'; cat "$answer"; echo

echo "6. Revisited by somebody else, closed out by a second pair of eyes"
ask officer 200 POST "/api/cases/$id/revisits" '{"verdict": "CONFIRMED", "stance": "ACCEPTS", "officers": ["officer"], "findings": "本人认可"}'
ask approver 200 POST "/api/cases/$id/closeout" '{"remark": "材料齐全"}'
version=$(grep -o '"version":[0-9]*' "$answer" | cut -d: -f2)
ask officer 200 GET "/api/cases/$id?version=$version"
on problems; ! grep -q "$id" "$answer"
on assignments; ! grep -q "$id" "$answer"
on closeouts; must "$id"

echo "7. Who did what, and when"
ask supervisor 200 GET "/api/cases/$id/history"
grep -o '"type":"[A-Z][a-z][A-Za-z]*"' "$answer" | cut -d'"' -f4 | sed 's/^/            /'
echo "done"
