package org.sightline.engagement.results.scores;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// Files to keep, never to be opened in the page.
final class Downloads {

  private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

  private Downloads() {}

  static ResponseEntity<byte[]> csv(String name, byte[] content) {
    return file(CSV, name, content);
  }

  static ResponseEntity<byte[]> pdf(String name, byte[] content) {
    return file(MediaType.APPLICATION_PDF, name, content);
  }

  private static ResponseEntity<byte[]> file(MediaType type, String name, byte[] content) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(content);
  }
}
