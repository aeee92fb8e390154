package org.sightline.documents;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/// Makes a page ready for print.
///
/// 1. Parse it as XML that may not declare anything.
/// 2. Put the title, the language and the bookmarks (from `h1` and `h2`) where PDF/UA wants them.
/// 3. Add the common print look, then the paper size and the margin boxes of this printing.
final class PrintPage {

  private static final Pattern PLAIN_DOCTYPE =
      Pattern.compile("^\\uFEFF?\\s*<!DOCTYPE\\s+html\\s*>", Pattern.CASE_INSENSITIVE);

  private static final Pattern NOT_XML =
      Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  private static final String MARGIN_TYPE = "font: 9pt 'Liberation Sans', 'DejaVu Sans'";

  private PrintPage() {}

  static Document prepare(String xhtml, Sheet sheet, PrintHeading heading) {
    var page = parse(printable(PLAIN_DOCTYPE.matcher(xhtml).replaceFirst("").strip()));
    refuseStyledPictures(page);
    var root = page.getDocumentElement();
    if (!root.hasAttribute("lang")) {
      root.setAttribute("lang", "en-GB");
    }
    var head = headOf(page);
    title(page, head, heading.title());
    PrintBookmarks.add(page, head);
    style(page, head, commonLook());
    style(page, head, marginBoxes(sheet, heading));
    return page;
  }

  /// A character XML cannot hold becomes U+FFFD, so that no name can break a print.
  private static String printable(String xhtml) {
    return NOT_XML.matcher(xhtml).replaceAll("\uFFFD");
  }

  private static Document parse(String xhtml) {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setNamespaceAware(true);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      return builder.parse(new InputSource(new StringReader(xhtml)));
    } catch (SAXParseException e) {
      throw new UnprintablePage(
          "The page is not well-formed at line %d, column %d"
              .formatted(e.getLineNumber(), e.getColumnNumber()));
    } catch (SAXException | ParserConfigurationException e) {
      throw new UnprintablePage("The page is not well-formed");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A style sheet inside a picture could name other addresses; our pictures have none.
  private static void refuseStyledPictures(Document page) {
    if (page.getElementsByTagNameNS("http://www.w3.org/2000/svg", "style").getLength() > 0) {
      throw new UnprintablePage("A picture in the page has a style sheet of its own");
    }
  }

  private static Element headOf(Document page) {
    var found = page.getElementsByTagName("head");
    if (found.getLength() > 0 && found.item(0) instanceof Element head) {
      return head;
    }
    var root = page.getDocumentElement();
    var head = PrintBookmarks.element(page, "head");
    root.insertBefore(head, root.getFirstChild());
    return head;
  }

  private static void title(Document page, Element head, String text) {
    var old = head.getElementsByTagName("title");
    while (old.getLength() > 0) {
      head.removeChild(old.item(0));
    }
    var title = PrintBookmarks.element(page, "title");
    title.setTextContent(text);
    head.appendChild(title);
    var subject = PrintBookmarks.element(page, "meta");
    subject.setAttribute("name", "subject");
    subject.setAttribute("content", text);
    head.appendChild(subject);
  }

  private static void style(Document page, Element head, String css) {
    var style = PrintBookmarks.element(page, "style");
    style.setAttribute("type", "text/css");
    style.setTextContent(css);
    head.insertBefore(style, head.getFirstChild());
  }

  private static String commonLook() {
    try (var stream = PrintPage.class.getResourceAsStream("/print/print.css")) {
      if (stream == null) {
        throw new UncheckedIOException(new IOException("No print.css on the class path"));
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String marginBoxes(Sheet sheet, PrintHeading heading) {
    return """
    @page {
      size: %s;
      @top-left { content: "%s"; %s; }
      @top-right { content: "%s"; %s; }
      @bottom-right { content: "page " counter(page) " of " counter(pages); width: 20%%; %s; }
      %s
    }
    .whole-page .picture { width: %dmm; height: %dmm; }
    """
        .formatted(
            sheet.css(),
            cssString(heading.title()),
            MARGIN_TYPE,
            cssString(heading.right()),
            MARGIN_TYPE,
            MARGIN_TYPE,
            stampBox(heading.stamp()),
            sheet.roomAcross(),
            sheet.roomDown());
  }

  /// The line of the stamp, right of where [StampPrint] draws its QR code.
  private static String stampBox(@Nullable Stamp stamp) {
    return stamp == null
        ? ""
        : """
        @bottom-left {
          content: "%s" "\\A" "%s"; white-space: pre-wrap; width: 80%%; padding-left: 13mm;
          font: 8pt 'Liberation Sans', 'DejaVu Sans'; text-align: left; vertical-align: middle;
        }"""
            .formatted(cssString(stamp.line()), cssString(stamp.printedCode()));
  }

  /// A CSS string in which every character that is not a letter or digit is written as its number.
  private static String cssString(String text) {
    var css = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isLetterOrDigit(c) || c == ' ') {
                css.appendCodePoint(c);
              } else {
                css.append("\\%06x ".formatted(c));
              }
            });
    return css.toString();
  }
}
