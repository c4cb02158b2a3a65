#!/usr/bin/env bash
# Installs what the window, the tests and the page pictures need on Debian 12 or newer. Run as root.
set -euo pipefail

packages=(
  # the window without a display
  xvfb xauth
  # what Electron links against
  libnss3 libatk-bridge2.0-0 libgtk-3-0 libasound2 libgbm1 libxss1
  # Chinese on screen and on paper: sans, Song, Kai and Hei stand-ins
  fonts-noto-cjk fonts-noto-cjk-extra fonts-wqy-zenhei fonts-arphic-gbsn00lp fonts-arphic-gkai00mp
  # digits and Latin on paper: stands in for Times New Roman
  fonts-liberation2
  # readers that are not ours: pages as pictures, python-docx
  libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils python3 python3-docx python3-openpyxl python3-uno
  # writes Word papers for the bench to be compared with
  pandoc
  # the newest engine of the window
  chromium
  # moving a program that lets nobody drive it, and seeing what it asks the system for
  xdotool strace iproute2
  # unpacking the test runtime, packing, running as another user
  tar unzip util-linux e2fsprogs p7zip-full
)

missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' ||
    missing+=("$package")
done
if [ "${#missing[@]}" -eq 0 ]; then
  echo "已齐备 · everything is installed"
  exit 0
fi
if [ "$(id -u)" -ne 0 ]; then
  echo "请以 root 运行 · run as root: bash scripts/setup-debian.sh" >&2
  echo "缺少 · missing: ${missing[*]}" >&2
  exit 2
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends "${missing[@]}"
