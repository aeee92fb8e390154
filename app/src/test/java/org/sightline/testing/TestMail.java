package org.sightline.testing;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.sightline.documents.MailDelivery;
import org.sightline.kernel.UserId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.sightline.store.SystemStore;
import org.springframework.context.ApplicationContext;

/// The mail the application sends in tests: files in a folder, read as a mail program reads them.
public final class TestMail {

  private static final int PATIENCE = 100;
  private static final int MILLIS = 100;

  private final ApplicationContext application;
  private final Path folder;

  public TestMail(ApplicationContext application) {
    this.application = application;
    String data = application.getEnvironment().getRequiredProperty("sightline.data-dir");
    this.folder = Path.of(data).resolve("mail");
  }

  /// Gives somebody an address of their own, confirmed.
  public String address(UserId user) {
    String address = "canary-" + UUID.randomUUID() + "@school.invalid";
    byte[] sealed =
        application
            .getBean(Sealing.class)
            .seal(new SealedColumn("access.mail_address", "address"), user.value(), address);
    var system = application.getBean(SystemStore.class);
    system
        .transactions()
        .executeWithoutResult(
            status ->
                system
                    .jdbc()
                    .sql(
                        """
                        insert into access.mail_address (user_id, address, confirmed_on)
                        values (:user, :address, :on)
                        """)
                    .param("user", user.value())
                    .param("address", sealed)
                    .param("on", LocalDate.of(2026, 1, 5))
                    .update());
    return address;
  }

  /// Sends what waits, until something was sent to this address.
  ///
  /// @return every mail there is by its file: headers, subject and text
  public Map<String, String> sentTo(String address) {
    for (int n = 0; n < PATIENCE; n++) {
      application.getBean(MailDelivery.class).deliver();
      var all = all();
      if (all.values().stream().anyMatch(mail -> mail.contains("To: " + address))) {
        return all;
      }
      pause();
    }
    throw new AssertionError("No mail went to " + address);
  }

  /// Sends what waits, until there is mail.
  ///
  /// @return every mail there is by its file: headers, subject and text
  public Map<String, String> sent() {
    for (int n = 0; n < PATIENCE; n++) {
      application.getBean(MailDelivery.class).deliver();
      var all = all();
      if (!all.isEmpty()) {
        return all;
      }
      pause();
    }
    throw new AssertionError("No mail went anywhere");
  }

  private Map<String, String> all() {
    var all = new TreeMap<String, String>();
    if (Files.notExists(folder)) {
      return all;
    }
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        all.put(String.valueOf(file.getFileName()), read(file));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return all;
  }

  private static String read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    var read = new ArrayList<String>();
    try {
      var message = new MimeMessage(null, new ByteArrayInputStream(bytes));
      read.addAll(List.of("Subject: " + message.getSubject(), "" + message.getContent()));
    } catch (MessagingException unreadable) {
      throw new IOException(unreadable);
    }
    read.add(new String(bytes, StandardCharsets.UTF_8));
    return String.join("\n", read);
  }

  private static void pause() {
    try {
      Thread.sleep(MILLIS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
