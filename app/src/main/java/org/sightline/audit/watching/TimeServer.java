package org.sightline.audit.watching;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Asks a time server what time it is: one packet there and one back (RFC 4330, SNTP version 4).
/// When it does not answer, it is not known.
@Component
class TimeServer implements Supplier<Optional<Instant>> {

  private static final Logger log = LoggerFactory.getLogger(TimeServer.class);

  private static final int PORT = 123;
  private static final int LENGTH = 48;
  private static final int WAIT_MILLIS = 2000;

  /// Version 4, asked by a client.
  private static final byte ASKING = 0x23;

  /// Where the time of sending stands in an answer.
  private static final int SENT_AT = 40;

  /// From 1900, where the protocol begins to count, to 1970.
  private static final long SINCE_1900 = 2_208_988_800L;

  private static final long ROUND = 1L << Integer.SIZE;

  private final @Nullable InetSocketAddress address;

  /// @param named a host, or host and port; empty for none
  TimeServer(@Value("${sightline.time-server:}") String named) {
    String[] parts = named.split(":", 2);
    int port = parts.length == 1 ? PORT : Integer.parseInt(parts[1]);
    address = named.isEmpty() ? null : InetSocketAddress.createUnresolved(parts[0], port);
  }

  /// The time there; empty when there is no server, or it does not answer.
  @Override
  public Optional<Instant> get() {
    return address == null ? Optional.empty() : ask(address);
  }

  private static Optional<Instant> ask(InetSocketAddress server) {
    byte[] packet = new byte[LENGTH];
    packet[0] = ASKING;
    try (var socket = new DatagramSocket()) {
      socket.setSoTimeout(WAIT_MILLIS);
      socket.connect(new InetSocketAddress(server.getHostString(), server.getPort()));
      socket.send(new DatagramPacket(packet, LENGTH));
      var answer = new DatagramPacket(packet, LENGTH);
      socket.receive(answer);
      return answer.getLength() < LENGTH ? Optional.empty() : sent(ByteBuffer.wrap(packet));
    } catch (IOException away) {
      log.warn("The time server did not answer ({})", away.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  /// The seconds begin again in 2036: small ones are of the second round.
  private static Optional<Instant> sent(ByteBuffer answer) {
    long seconds = Integer.toUnsignedLong(answer.getInt(SENT_AT));
    long part = Integer.toUnsignedLong(answer.getInt(SENT_AT + Integer.BYTES));
    long round = seconds < ROUND / 2 ? ROUND : 0;
    return seconds == 0 && part == 0
        ? Optional.empty()
        : Optional.of(
            Instant.ofEpochSecond(seconds + round - SINCE_1900, part * 1_000_000_000L / ROUND));
  }
}
