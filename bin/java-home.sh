# Sourced by the scripts here: finds a JDK 25 or newer, also when an older one comes first, a Maven, and the
# browser of the tests. What is missing is taken from the system's packages where that is allowed.

find_jdk() {
  local home version
  for home in "${JAVA_HOME:-}" "$(dirname "$(dirname "$(readlink -f "$(command -v javac || echo /nowhere/bin/javac)")")")" \
      /usr/lib/jvm/* /opt/java/* /opt/jdk* "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -x "$home/bin/javac" ] || continue
    version=$("$home/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
    if [ "${version:-0}" -ge 25 ]; then
      export JAVA_HOME="$home"
      return 0
    fi
  done
  echo "Sightline needs a JDK 25 or newer, and none was found. Install one, or set JAVA_HOME to it." >&2
  return 1
}

# Runs apt-get when this machine has it and we may: as root, or with a sudo that asks for no password.
apt_install() {
  local as=""
  command -v apt-get >/dev/null || return 1
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null && sudo -n true 2>/dev/null || return 1
    as="sudo -n"
  fi
  $as apt-get update -qq >/dev/null 2>&1 || true
  # env, because sudo does not hand our own environment on.
  $as env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1
}

find_maven() {
  command -v mvn >/dev/null && return 0
  echo "Maven is missing; installing the system's package …" >&2
  apt_install maven && hash -r && command -v mvn >/dev/null && return 0
  echo "Sightline is built with Maven 3.8 or newer, and there is none. Install it so that 'mvn' is on the path." >&2
  return 1
}

# SIGHTLINE_CHROMIUM=none: as if there were none.
has_chromium() {
  local program
  [ "${SIGHTLINE_CHROMIUM:-}" != none ] || return 1
  for program in "${SIGHTLINE_CHROMIUM:-}" /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome \
      /usr/bin/google-chrome-stable /Applications/Chromium.app/Contents/MacOS/Chromium \
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    [ -n "$program" ] && [ -x "$program" ] && return 0
  done
  return 1
}

find_chromium() {
  has_chromium && return 0
  [ "${SIGHTLINE_CHROMIUM:-}" != none ] || return 1
  echo "Chromium is missing; installing the system's package …" >&2
  apt_install chromium fonts-liberation fonts-dejavu-core && has_chromium
}
