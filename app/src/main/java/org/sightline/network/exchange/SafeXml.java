package org.sightline.network.exchange;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// XML from strangers, element by element. A document type, an entity of its own, or anything that
/// would fetch another file is refused as soon as it is met.
final class SafeXml {

  private static final String XINCLUDE = "http://www.w3.org/2001/XInclude";

  private final XMLStreamReader reader;
  private int depth;

  private SafeXml(XMLStreamReader reader) {
    this.reader = reader;
  }

  static SafeXml over(byte[] file) throws UnreadableMap {
    // The platform's own: libraries bring others, with other defaults.
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      return new SafeXml(factory.createXMLStreamReader(new ByteArrayInputStream(file)));
    } catch (XMLStreamException broken) {
      throw broken(1);
    }
  }

  /// Goes on to the next start or end of an element.
  ///
  /// @return whether there was one
  boolean next() throws UnreadableMap {
    try {
      while (reader.hasNext()) {
        reader.next();
        if (meet()) {
          return true;
        }
      }
      return false;
    } catch (XMLStreamException broken) {
      throw broken(row());
    }
  }

  /// @return whether it is the start or the end of an element
  private boolean meet() throws UnreadableMap {
    switch (reader.getEventType()) {
      case XMLStreamConstants.START_ELEMENT -> {
        requireHarmless();
        depth++;
        return true;
      }
      case XMLStreamConstants.END_ELEMENT -> {
        depth--;
        return true;
      }
      case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
          throw new UnreadableMap(
              "Line %d of the file has a document type or an entity, which can hide other files. Save the picture again without it."
                  .formatted(row()));
      default -> {
        return false;
      }
    }
  }

  private void requireHarmless() throws UnreadableMap {
    if (XINCLUDE.equals(reader.getNamespaceURI())) {
      throw new UnreadableMap(
          "Line %d of the file asks for another file. Save the picture again as one file."
              .formatted(row()));
    }
    if (depth == MapLimits.DEPTH) {
      throw new UnreadableMap(
          "Line %d of the file lies deeper than %d elements.".formatted(row(), MapLimits.DEPTH));
    }
  }

  boolean starts(String name) {
    return reader.isStartElement() && reader.getLocalName().equalsIgnoreCase(name);
  }

  boolean ends(String name) {
    return reader.isEndElement() && reader.getLocalName().equalsIgnoreCase(name);
  }

  /// The line of the file.
  int row() {
    return reader.getLocation().getLineNumber();
  }

  /// @return empty when there is no such attribute
  String attribute(String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equalsIgnoreCase(name)) {
        return reader.getAttributeValue(i).strip();
      }
    }
    return "";
  }

  /// The text inside the element that has just started, that of elements in it too; stands at its
  /// end afterwards.
  String text() throws UnreadableMap {
    int outside = depth - 1;
    var text = new StringBuilder();
    try {
      while (depth > outside && reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
              text.append(reader.getText());
          default -> meet();
        }
      }
      return text.toString().strip();
    } catch (XMLStreamException broken) {
      throw broken(row());
    }
  }

  private static UnreadableMap broken(int row) {
    return new UnreadableMap(
        "The file breaks off or is damaged at line %d. Save the picture again, and choose the new file."
            .formatted(row));
  }
}
