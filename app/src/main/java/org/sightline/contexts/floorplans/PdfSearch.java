package org.sightline.contexts.floorplans;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;

/// Looks through every object of a PDF, reachable or not, for what a plan never needs.
///
/// 1. Start from the trailer and every entry of the cross-reference table.
/// 2. Follow arrays, dictionaries and references, each once, without recursion.
/// 3. Refuse at the first script, launch, packed file or oversized picture; pictures inside forms
///    inside forms are objects like any other.
///
/// Nothing is drawn and no stream is unpacked, except those that hold objects.
final class PdfSearch {

  private static final Set<String> SCRIPT_KEYS = Set.of("JS", "JavaScript", "XFA");
  private static final Set<String> SCRIPT_ACTIONS =
      Set.of("JavaScript", "Launch", "ImportData", "SubmitForm", "GoToE", "Rendition");
  private static final Set<String> FILE_KEYS = Set.of("EmbeddedFiles", "EF", "RichMediaContent");
  private static final Set<String> FILE_TYPES =
      Set.of("EmbeddedFile", "FileAttachment", "RichMedia", "Screen", "Movie", "Sound", "3D");
  private static final Set<String> UNREADABLE = Set.of("JPXDecode", "JBIG2Decode");

  private final Deque<COSBase> waiting = new ArrayDeque<>();
  private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private PdfSearch() {}

  static void check(COSDocument document) throws Flawed {
    var search = new PdfSearch();
    search.add(document.getTrailer());
    for (var key : document.getXrefTable().keySet()) {
      search.add(document.getObjectFromPool(key));
    }
    search.run();
  }

  private void add(COSBase found) {
    if (found != null && seen.add(found)) {
      waiting.add(found);
    }
  }

  private void run() throws Flawed {
    while (!waiting.isEmpty()) {
      if (seen.size() > PlanLimits.MAX_PDF_OBJECTS) {
        throw new Flawed(Flaw.TOO_MUCH_WORK);
      }
      switch (waiting.remove()) {
        case COSObject reference -> add(reference.getObject());
        case COSArray array -> array.forEach(this::add);
        case COSDictionary dictionary -> look(dictionary);
        default -> {}
      }
    }
  }

  private void look(COSDictionary dictionary) throws Flawed {
    for (var key : dictionary.keySet()) {
      if (SCRIPT_KEYS.contains(key.getName())) {
        throw new Flawed(Flaw.SCRIPTS);
      }
      if (FILE_KEYS.contains(key.getName())) {
        throw new Flawed(Flaw.FILES_INSIDE);
      }
      add(dictionary.getItem(key));
    }
    if (SCRIPT_ACTIONS.contains(name(dictionary, COSName.S))) {
      throw new Flawed(Flaw.SCRIPTS);
    }
    var subtype = name(dictionary, COSName.SUBTYPE);
    if (FILE_TYPES.contains(subtype) || FILE_TYPES.contains(name(dictionary, COSName.TYPE))) {
      throw new Flawed(Flaw.FILES_INSIDE);
    }
    if (subtype.equals("Image")) {
      checkPicture(dictionary);
    }
  }

  private static void checkPicture(COSDictionary picture) throws Flawed {
    long width = picture.getInt(COSName.WIDTH, COSName.W, 0);
    long height = picture.getInt(COSName.HEIGHT, COSName.H, 0);
    if (width * height > PlanLimits.MAX_DOTS) {
      throw new Flawed(Flaw.HUGE_PICTURE_INSIDE);
    }
    var filter = picture.getDictionaryObject(COSName.FILTER, COSName.F);
    if (filter instanceof COSArray several) {
      for (var i = 0; i < several.size(); i++) {
        checkFilter(several.getObject(i));
      }
    } else {
      checkFilter(filter);
    }
  }

  /// PDFBox would leave such a picture out with only a line in the log.
  private static void checkFilter(COSBase filter) throws Flawed {
    if (filter instanceof COSName named && UNREADABLE.contains(named.getName())) {
      throw new Flawed(Flaw.UNREADABLE_PICTURE_INSIDE);
    }
  }

  private static String name(COSDictionary dictionary, COSName key) {
    return dictionary.getDictionaryObject(key) instanceof COSName named ? named.getName() : "";
  }
}
