# Sourced by the scripts here: finds a JDK 25 or newer, also when an older one comes first, and a Maven.

find_jdk() {
  for home in "${JAVA_HOME:-}" "$(dirname "$(dirname "$(readlink -f "$(command -v javac || echo /nowhere/bin/javac)")")")" \
      /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
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

# Runs apt-get when this machine has it and we may; quietly fails otherwise.
apt_install() {
  command -v apt-get >/dev/null || return 1
  as=""
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null && sudo -n true 2>/dev/null || return 1
    as="sudo -n"
  fi
  $as apt-get update -qq >/dev/null 2>&1 || true
  DEBIAN_FRONTEND=noninteractive $as apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1
}

find_maven() {
  command -v mvn >/dev/null && return 0
  echo "Maven is missing; installing the system's package …" >&2
  apt_install maven && command -v mvn >/dev/null && return 0
  echo "Sightline is built with Maven 3.8 or newer, and there is none. Install it so that 'mvn' is on the path." >&2
  return 1
}
