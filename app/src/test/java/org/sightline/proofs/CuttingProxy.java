package org.sightline.proofs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/// Stands between a browser and the application, and fails as networks do: it passes a request on,
/// waits until the application has begun to answer, and cuts the line before one byte of the answer
/// has come through.
final class CuttingProxy implements AutoCloseable {

  private final ServerSocket door;
  private final int target;
  private volatile boolean cuts;

  private CuttingProxy(ServerSocket door, int target) {
    this.door = door;
    this.target = target;
  }

  static CuttingProxy before(String origin) {
    try {
      var proxy =
          new CuttingProxy(
              new ServerSocket(0, 50, InetAddress.getLoopbackAddress()),
              URI.create(origin).getPort());
      Thread.ofVirtual().start(proxy::accept);
      return proxy;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  String origin() {
    return "http://localhost:" + door.getLocalPort();
  }

  void cut(boolean from) {
    cuts = from;
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        var browser = door.accept();
        Thread.ofVirtual().start(() -> serve(browser));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket browser) {
    try (browser;
        var application = new Socket("localhost", target)) {
      Thread.ofVirtual().start(() -> pass(browser, application));
      InputStream answer = application.getInputStream();
      byte[] bytes = new byte[8192];
      for (int n = answer.read(bytes); n >= 0; n = answer.read(bytes)) {
        if (cuts) {
          browser.setSoLinger(true, 0);
          return;
        }
        browser.getOutputStream().write(bytes, 0, n);
      }
    } catch (IOException gone) {
      // One of the two has hung up.
    }
  }

  private static void pass(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException gone) {
      // As above.
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
