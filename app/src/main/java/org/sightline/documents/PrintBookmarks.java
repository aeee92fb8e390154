package org.sightline.documents;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// Bookmarks of a printed page: one for each `h1` and `h2`, in the order of the page.
final class PrintBookmarks {

  private static final String XHTML = "http://www.w3.org/1999/xhtml";

  private PrintBookmarks() {}

  static void add(Document page, Element head) {
    var headings = headingsOf(page.getElementsByTagName("*"));
    if (headings.isEmpty()) {
      return;
    }
    var bookmarks = element(page, "bookmarks");
    for (int i = 0; i < headings.size(); i++) {
      bookmarks.appendChild(bookmarkTo(headings.get(i), i, page));
    }
    head.appendChild(bookmarks);
  }

  static Element element(Document page, String name) {
    return page.createElementNS(XHTML, name);
  }

  private static List<Element> headingsOf(NodeList all) {
    var headings = new ArrayList<Element>();
    for (int i = 0; i < all.getLength(); i++) {
      if (all.item(i) instanceof Element element && isHeading(element)) {
        headings.add(element);
      }
    }
    return headings;
  }

  private static boolean isHeading(Element element) {
    return element.getTagName().equals("h1") || element.getTagName().equals("h2");
  }

  private static Element bookmarkTo(Element heading, int number, Document page) {
    if (!heading.hasAttribute("id")) {
      heading.setAttribute("id", "print-heading-" + number);
    }
    var bookmark = element(page, "bookmark");
    bookmark.setAttribute("name", heading.getTextContent().strip().replaceAll("\\s+", " "));
    bookmark.setAttribute("href", "#" + heading.getAttribute("id"));
    return bookmark;
  }
}
