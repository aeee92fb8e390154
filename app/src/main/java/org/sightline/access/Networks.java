package org.sightline.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// Which network a request comes from: an address, or in IPv6 the 64 bits a household or a school
/// has. A machine's own address is a proxy's, or somebody's at the machine itself, and says
/// nothing.
final class Networks {

  private static final int IPV6_NETWORK_BYTES = 8;

  private Networks() {}

  static Optional<String> of(HttpServletRequest request) {
    return of(request.getRemoteAddr());
  }

  /// @param address in figures; names are never looked up
  static Optional<String> of(String address) {
    if (!address.matches("[0-9a-fA-F:.%]+[^/]*")) {
      return Optional.empty();
    }
    try {
      var parsed = InetAddress.getByName(address.replaceAll("%.*", ""));
      byte[] bytes = parsed.getAddress();
      byte[] network = bytes.length == 4 ? bytes : Arrays.copyOf(bytes, IPV6_NETWORK_BYTES);
      return parsed.isLoopbackAddress()
          ? Optional.empty()
          : Optional.of(HexFormat.of().formatHex(network));
    } catch (UnknownHostException noAddress) {
      return Optional.empty();
    }
  }
}
