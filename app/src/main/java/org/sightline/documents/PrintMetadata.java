package org.sightline.documents;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.jspecify.annotations.Nullable;

/// The XMP block of a PDF: the title, the claim of PDF/UA-1, and of a stamped copy its code, which
/// says nothing by itself. No author, no program, no clock time.
final class PrintMetadata {

  private static final String XMP =
      """
      <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF\
       xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""\
       xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">\
      <pdfuaid:part>1</pdfuaid:part><dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li>\
      </rdf:Alt></dc:title>%s</rdf:Description></rdf:RDF></x:xmpmeta>
      <?xpacket end="r"?>""";

  private static final String IDENTIFIER = "<dc:identifier>%s</dc:identifier>";

  private PrintMetadata() {}

  static void replace(PDDocument document, String title, @Nullable Stamp stamp) throws IOException {
    var metadata = new PDMetadata(document);
    metadata.importXMPMetadata(
        XMP.formatted(
                escaped(title), stamp == null ? "" : IDENTIFIER.formatted(stamp.printedCode()))
            .getBytes(StandardCharsets.UTF_8));
    document.getDocumentCatalog().setMetadata(metadata);
  }

  private static String escaped(String title) {
    return title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
