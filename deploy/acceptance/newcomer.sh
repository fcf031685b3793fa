#!/usr/bin/env bash
# A newcomer's hour: an empty Debian, the tarball, and docs/operations.md; see README.md. Usage: newcomer.sh [folder] [tarball]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
[ "$(id -u)" = 0 ] || { echo "needs root: it makes a Debian in a folder and goes into it (chroot, a network of its own)" >&2; exit 2; }
command -v debootstrap > /dev/null || { echo "needs debootstrap: apt-get install debootstrap" >&2; exit 2; }
folder=${1:-$(mktemp -d -t newcomer-XXXX)}
tarball=${2:-}
if [ -z "$tarball" ]; then
  (cd "$here/../.." && mvn -B -ntp -q -DskipTests package -pl deploy/standalone,deploy/verifier -am)
  tarball=$(ls -t "$here"/../standalone/target/doorstep-*.tar.gz | head -1)
fi
mapfile -t mirrors < <(sed -nE 's/^(URIs:|deb) +(https?:[^ ]*debian\.org\/debian|https?:[^ ]*\/debian)\/?( .*)?$/\2/p' /etc/apt/sources.list /etc/apt/sources.list.d/* 2> /dev/null)
mirror=${DEBIAN_MIRROR:-${mirrors[0]:-http://deb.debian.org/debian}}
suite=${DEBIAN_SUITE:-bookworm}
bare=$folder/bare
root=$folder/machine
begun=$(date +%s)

step() { # title, command …
  local started code=0; started=$(date +%s)
  echo "=== $1"
  shift
  # as part of a condition: set -e would not end it here
  "$@" || code=$?
  echo "--- $(($(date +%s) - started)) s"
  return $code
}

at_the_end() {
  mountpoint -q "$root/proc" && umount "$root/proc"
  [ -n "${1:-}" ] || rm -rf "$folder"
}
trap 'at_the_end "${1:-}"' EXIT

if [ ! -e "$bare/etc/debian_version" ]; then
  step "an empty Debian ($suite, $mirror)" debootstrap "$suite" "$bare" "$mirror" > "$folder.log" 2>&1 || { tail "$folder.log" >&2; exit 1; }
  sed -n '/^===/p;/^---/p' "$folder.log"
fi
rm -rf "$root"
cp -a "$bare" "$root"
mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"
cp /etc/resolv.conf "$root/etc/resolv.conf"
# in a chroot nothing is started by an installation: it would stand on the ports of the machine around it
printf '#!/bin/sh\nexit 101\n' > "$root/usr/sbin/policy-rc.d"; chmod +x "$root/usr/sbin/policy-rc.d"
install -m 755 "$here/newcomer/systemctl" "$here/newcomer/journalctl" "$root/usr/local/sbin/"
rm -rf "$root/root/tarball"; mkdir "$root/root/tarball"
cp "$tarball" "$root/root/tarball/"

# the book that came with the tarball, and of it the one chapter; each block of commands under the title that it stands below
mkdir -p "$folder/walk"; rm -f "$folder/walk"/*
tar xOf "$tarball" --wildcards 'doorstep-*/docs/operations.md' | awk -v to="$folder/walk" '
  /^## / { in_chapter = /From a bare machine/ }
  in_chapter && /^### / { title = substr($0, 5) }
  in_chapter && /^```$/ && file { close(file); file = ""; next }
  in_chapter && /^```bash$/ { n++; file = sprintf("%s/%02d", to, n); print title > (file ".title"); close(file ".title"); next }
  file { print > file }'
[ "$(ls "$folder/walk" | grep -c title)" -ge 10 ] || { echo "docs/operations.md has no chapter to walk through" >&2; exit 1; }

inside() { chroot "$root" env -i HOME=/root TERM=dumb DEBIAN_FRONTEND=noninteractive PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin bash "$@"; }
step "$(cat "$folder/walk/01.title")" inside -euo pipefail -c "$(cat "$folder/walk/01")" > "$folder.log" 2>&1 || { tail -20 "$folder.log" >&2; exit 1; }
sed -n '/^===/p;/^---/p' "$folder.log"
# what looks at the outcome, and is no part of the way
inside -c 'apt-get install -y -q --no-install-recommends jq' > "$folder.log" 2>&1

{
  cat << 'CHECKS'
set -euo pipefail
step() { title=$1; started=$(date +%s); echo "=== $title"; }
done_with() { echo; echo "--- $(($(date +%s) - started)) s"; }
prometheus() { curl -sS --fail-with-body -G "http://127.0.0.1:9090/api/v1/$1" "${@:2}"; }
check_watching() {
  local n=0 expression answer
  until [ "$(prometheus targets | jq '[.data.activeTargets[] | select(.labels.job == "doorstep" and .health == "up")] | length')" = 4 ]; do
    n=$((n + 1)); [ $n -lt 90 ] || { prometheus targets | jq '.data.activeTargets[] | {scrapeUrl, lastError}'; exit 1; }; sleep 1
  done
  echo "Prometheus reads all four processes"
  while IFS= read -r expression; do
    n=0
    # a rate wants something to happen between two looks; completeness and the proof have no number before the first night
    while answer=$(prometheus query --data-urlencode "query=$expression" | jq -r '[.data.result[].value[1]] | join(" ")')
      [ -z "$answer" ] || { [[ $answer == *NaN* ]] && [[ $expression != *completeness* && $expression != *proof_findings* ]]; }; do
      n=$((n + 1)); [ $n -lt 45 ] || { echo "NO DATA: $expression: $answer" >&2; exit 1; }
      send /api/cases '{"kind": "DISPUTE", "channel": "VISIT", "category": "010101", "place": "430525001", "title": "排水争议", "petitioners": [{"name": "张某"}]}' > /dev/null
      sleep 2
    done
    echo "  $expression: $answer"
  done < <(jq -r '.panels[].targets[].expr' observability/dashboard.json)
  [ "$(prometheus rules | jq '[.data.groups[].rules[] | select(.health == "err")] | length')" = 0 ]
  echo "rules loaded: $(prometheus rules | jq '[.data.groups[].rules[]] | length'), firing: $(prometheus alerts | jq -c '[.data.alerts[] | select(.state == "firing") | .labels.alertname]')"
}
ip link set lo up
cd /root/tarball
# as on a machine where installing a service starts it
systemctl start postgresql
systemctl start haproxy
systemctl start prometheus
CHECKS
  for block in "$folder"/walk/??; do
    [ "$block" = "$folder/walk/01" ] && continue
    printf 'step %q\n' "$(cat "$block.title")"
    cat "$block"
    if grep -q prometheus.yml "$block"; then echo check_watching; fi
    echo done_with
  done
} > "$root/root/walk.sh"
# processes and network of its own: all that it starts ends with it
unshare --net --pid --fork --mount --mount-proc="$root/proc" -- bash -c 'mount --rbind "$0" "$0" && exec chroot "$@"' "$root" "$root" env -i HOME=/root TERM=dumb LANG=C.UTF-8 PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin bash /root/walk.sh
echo "in all $(($(date +%s) - begun)) s"
