#!/usr/bin/env bash
# How long the pages take with few and with many cases, asked in turn of two offices that run side by side; see README.md.
# Usage: pages.sh [cases of the big office, 100000] [times each page is asked for, 30]. Needs the packaged jar (mvn -DskipTests package).
set -euo pipefail
cd "$(dirname "$0")/../.."
many=${1:-100000}
times=${2:-30}
jar=deploy/standalone/target/doorstep.jar
work=$(mktemp -d)
pids=()
trap 'for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done; rm -rf "$work"' EXIT
who=officer:doorstep-demo

ledger() { # cases → CSV; a title, a place and a day for each, spread over villages and two years
  echo "no,day,title,place"
  awk -v n="$1" 'BEGIN { for (i = 1; i <= n; i++) printf "%d,%04d-%02d-%02d,第%d件事项,430525%03d\n", i, 2025 + i % 2, 1 + i % 10, 1 + i % 28, i, 1 + i % 3 }'
}
cat > "$work/mapping.json" <<'JSON'
{"source": "pages", "charset": "UTF-8", "zone": "Asia/Shanghai", "dateFormats": ["yyyy-MM-dd"],
 "columns": {"id": "no", "reportedAt": "day", "title": "title", "place": "place"},
 "constants": {"kind": "PETITION", "channel": "VISIT", "category": "0101"}}
JSON

start() { # name port
  java -jar "$jar" --spring.profiles.active=demo --doorstep.demo.year=false --server.port="$2" --doorstep.data="$work/$1" > "$work/$1.log" 2>&1 &
  pids+=($!)
  until curl -sf "localhost:$2/actuator/health" > /dev/null; do sleep 1; done
}
fill() { # name port cases
  ledger "$3" > "$work/$1.csv"
  curl -sf -u "$who" -F "file=@$work/$1.csv" -F "mapping=<$work/mapping.json" "localhost:$2/api/imports" > /dev/null
  local total=0
  until [ "$total" -ge "$3" ]; do
    sleep 3
    total=$(curl -s -u "$who" "localhost:$2/api/lists/problems?size=1" | grep -o '"total":[0-9]*' | tr -dc '0-9')
    printf '\r%s: %s of %s cases ' "$1" "$total" "$3" >&2
  done
  echo >&2
}
enter() { # port: signs in as a browser does; checking the password takes long on purpose, and is not what is measured
  curl -s -o /dev/null -c "$work/$1.jar" "localhost:$1/login"
  curl -s -o /dev/null -b "$work/$1.jar" -c "$work/$1.jar" -H "X-XSRF-TOKEN: $(awk '$6 == "XSRF-TOKEN" {print $7}' "$work/$1.jar")" \
    -d id=officer -d password=doorstep-demo "localhost:$1/login"
}
ask() {
  local answer
  answer=$(curl -s -o /dev/null -b "$work/$1.jar" -w '%{http_code} %{time_total}' "localhost:$1$2")
  [ "${answer% *}" = 200 ] || { echo "$2 on $1: ${answer% *}" >&2; exit 1; }
  echo "${answer#* }"
}
median() { sort -n "$1" | awk '{v[NR] = $1} END {printf "%.1f", 1000 * (NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2)}'; }

start few "${FEW_PORT:-18971}"
start many "${MANY_PORT:-18972}"
fill few "${FEW_PORT:-18971}" 1000
fill many "${MANY_PORT:-18972}" "$many"

enter "${FEW_PORT:-18971}"
enter "${MANY_PORT:-18972}"
printf '%-46s %12s %12s %7s\n' page "1000 cases" "$many cases" ratio
for page in "/lists/problems" "/lists/problems?place=430525002" "/lists/problems?light=BLACK" "/lists/problems?sort=-reported" "/lists/problems?q=77" "/lists/assignments" "/cases/new"; do
  : > "$work/few.times"; : > "$work/many.times"
  for i in $(seq 5); do ask "${FEW_PORT:-18971}" "$page" > /dev/null; ask "${MANY_PORT:-18972}" "$page" > /dev/null; done
  for i in $(seq "$times"); do
    ask "${FEW_PORT:-18971}" "$page" >> "$work/few.times"
    ask "${MANY_PORT:-18972}" "$page" >> "$work/many.times"
  done
  a=$(median "$work/few.times"); b=$(median "$work/many.times")
  printf '%-46s %9s ms %9s ms %7s\n' "$page" "$a" "$b" "$(awk -v a="$a" -v b="$b" 'BEGIN {printf "%.1f", b / a}')"
done
