package org.sightline;

import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;

/// Whether the two sites can have their ports, asked before anything is started.
final class Ports {

  private Ports() {}

  /// @param option with which another port can be chosen
  /// @throws IllegalStateException with a sentence that names the port
  static void refuseTaken(int port, String option) {
    try (var socket = new ServerSocket(port)) {
      socket.getLocalPort();
    } catch (BindException taken) {
      throw new IllegalStateException(
          "Port %d cannot be had (%s): another program has it, or this user may not use it. Choose another with %s."
              .formatted(port, taken.getMessage(), option),
          taken);
    } catch (IOException failed) {
      throw new IllegalStateException(
          "Port %d cannot be used: %s".formatted(port, failed.getMessage()), failed);
    }
  }
}
