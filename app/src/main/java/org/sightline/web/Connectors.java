package org.sightline.web;

import org.apache.catalina.Valve;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/// Gives the one server its second port, and both ports their certificate.
@Component
class Connectors implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  private static final String COMPRESSED =
      "text/html,text/css,text/javascript,application/javascript,image/svg+xml,application/json";

  /// Of a body that is refused, this much is still read, so that the person gets the sentence.
  private static final String MAX_SWALLOWED = String.valueOf(25 * 1024 * 1024);

  /// Holds a file's name of 255 letters in any alphabet; the server's own 512 bytes do not.
  private static final int MAX_PART_HEADER = 4_096;

  private final Sites sites;
  private final Words words;
  private final int studentPort;
  private final String certificate;
  private final String key;

  Connectors(
      Sites sites,
      Words words,
      @Value("${sightline.student-port}") int studentPort,
      @Value("${sightline.tls-cert:}") String certificate,
      @Value("${sightline.tls-key:}") String key) {
    this.sites = sites;
    this.words = words;
    this.studentPort = studentPort;
    this.certificate = certificate;
    this.key = key;
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    var student = new Connector(TomcatServletWebServerFactory.DEFAULT_PROTOCOL);
    student.setPort(studentPort);
    student.setThrowOnFailure(true);
    harden(student);
    ((Http11NioProtocol) student.getProtocolHandler())
        .setExecutor(java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor());
    factory.addAdditionalConnectors(student);
    factory.addConnectorCustomizers(this::harden);
    sites.studentConnector(student);
    factory.addEngineValves(new EveryAnswer(words));
    factory.addContextCustomizers(context -> withoutReports((StandardHost) context.getParent()));
  }

  /// The server's own reports of what went wrong, and the shorter ones the framework puts before
  /// them: ours take their place.
  private static void withoutReports(StandardHost host) {
    host.setErrorReportValveClass("");
    for (Valve valve : host.getPipeline().getValves()) {
      if (valve instanceof ErrorReportValve) {
        host.getPipeline().removeValve(valve);
      }
    }
  }

  private void harden(Connector connector) {
    connector.setXpoweredBy(false);
    connector.setAllowTrace(false);
    connector.setMaxPostSize(2_000_000);
    connector.setMaxParameterCount(2_000);
    connector.setMaxPartHeaderSize(MAX_PART_HEADER);
    // The framework's own settings reach the first connector only.
    connector.setProperty("compression", "on");
    connector.setProperty("compressibleMimeType", COMPRESSED);
    connector.setProperty("maxSwallowSize", MAX_SWALLOWED);
    if (!certificate.isEmpty() && !connector.getSecure()) {
      secure(connector);
    }
  }

  private void secure(Connector connector) {
    var host = new SSLHostConfig();
    host.setProtocols("TLSv1.2+TLSv1.3");
    var pem = new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
    pem.setCertificateFile(certificate);
    pem.setCertificateKeyFile(key);
    host.addCertificate(pem);
    connector.setScheme("https");
    connector.setSecure(true);
    ((Http11NioProtocol) connector.getProtocolHandler()).setSSLEnabled(true);
    connector.addSslHostConfig(host);
  }
}
