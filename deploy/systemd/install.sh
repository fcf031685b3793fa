#!/bin/sh
# 安装或升级 · Puts Doorstep in its places on a machine with systemd; run it again with a newer version to upgrade.
# It starts nothing and changes no configuration that is there already.
set -eu
from=$(cd "$(dirname "$0")" && pwd)
[ "$(id -u)" = 0 ] || { echo "请以 root 运行 · run this as root" >&2; exit 1; }
command -v java > /dev/null || { echo "需要 Java 17 或更新版本 · Java 17 or later is needed: apt install openjdk-17-jre-headless" >&2; exit 1; }

id doorstep > /dev/null 2>&1 || useradd --system --home-dir /var/lib/doorstep --shell /usr/sbin/nologin doorstep
install -d -m 755 /opt/doorstep /etc/doorstep /etc/doorstep/proxy
install -d -m 700 -o doorstep -g doorstep /var/lib/doorstep

# beside the old one, then in its place: a process that runs keeps the file that it started from
install -m 644 "$from/doorstep.jar" /opt/doorstep/doorstep.jar.new
mv -f /opt/doorstep/doorstep.jar.new /opt/doorstep/doorstep.jar
install -m 644 "$from/doorstep-verifier.jar" "$from/LICENSE" "$from/CHANGELOG.md" /opt/doorstep/
rm -rf /opt/doorstep/docs
cp -r "$from/docs" /opt/doorstep/docs

install -m 644 "$from/systemd/doorstep@.service" /etc/systemd/system/doorstep@.service
install -m 644 "$from/proxy/errors/"*.http /etc/doorstep/proxy/
if [ ! -e /etc/doorstep/doorstep.properties ]; then
  install -m 640 -g doorstep "$from/systemd/doorstep.properties" /etc/doorstep/doorstep.properties
fi
command -v systemctl > /dev/null && systemctl daemon-reload || true

echo "已安装 · installed: /opt/doorstep, /etc/doorstep/doorstep.properties, doorstep@.service"
echo "下一步 · next: /opt/doorstep/docs/operations.md"
