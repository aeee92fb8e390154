package org.sightline.documents;

import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/// Mail through a server, by SMTP. The `Message-ID` follows from the message: should it have to be
/// sent again although the server had taken it, mail programs know it for the same.
final class MailServer implements MailCarrier {

  private final JavaMailSender sender;
  private final String from;

  MailServer(JavaMailSender sender, String from) {
    this.sender = sender;
    this.from = from;
  }

  @Override
  public void carry(UUID id, Instant queuedAt, Message message) throws NotTaken {
    try {
      var mime = sender.createMimeMessage();
      mime.setHeader("Message-ID", "<%s@%s>".formatted(id, from.substring(from.indexOf('@') + 1)));
      mime.setHeader("Auto-Submitted", "auto-generated");
      var parts = new MimeMessageHelper(mime, StandardCharsets.UTF_8.name());
      parts.setFrom(from);
      parts.setTo(message.to());
      parts.setSubject(message.subject());
      parts.setText(message.text());
      parts.setSentDate(Date.from(queuedAt));
      sender.send(mime);
    } catch (MailSendException refused) {
      boolean forGood =
          refused.getFailedMessages().values().stream().anyMatch(MailServer::isAddressRefused);
      throw new NotTaken(forGood, refused);
    } catch (MailException | MessagingException away) {
      throw new NotTaken(false, away);
    }
  }

  /// Whether the server said, for good (5xx), that there is no such address.
  private static boolean isAddressRefused(@Nullable Exception failure) {
    @Nullable Exception at = failure;
    while (at != null) {
      if (at instanceof SMTPAddressFailedException address) {
        return address.getReturnCode() >= 500;
      }
      at = at instanceof MessagingException mail ? mail.getNextException() : null;
    }
    return false;
  }
}
