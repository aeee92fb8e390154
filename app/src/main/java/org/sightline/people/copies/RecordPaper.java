package org.sightline.people.copies;

import org.sightline.documents.PickUps;
import org.sightline.kernel.WorkspaceId;
import org.sightline.people.Recipients;
import org.sightline.people.pages.Saying;
import org.sightline.web.Pages;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// A record as it goes out, on a page and on paper.
@Component
class RecordPaper {

  private final Saying saying;
  private final Pages pages;
  private final Words words;

  RecordPaper(Saying saying, Pages pages, Words words) {
    this.saying = saying;
    this.pages = pages;
    this.words = words;
  }

  CopyPage page(WorkspaceId workspace, Recipients.Copy copy, String toWhom) {
    return new CopyPage(
        workspace.toString(),
        copy.person().id().toString(),
        copy,
        saying.age(copy.person().details().age()),
        copy.person().numbers().stream().map(number -> saying.number(number.identifier())).toList(),
        toWhom);
  }

  PickUps.Document document(CopyPage page) {
    return new PickUps.Document(
        words.say("people.copies.document"), pages.document("people/copies/document", page));
  }
}
