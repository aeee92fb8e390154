package org.sightline.concerns.copying;

import org.jspecify.annotations.Nullable;
import org.sightline.concerns.reading.ReadingPage;
import org.sightline.documents.PickUps;
import org.sightline.web.Answers;

/// Asks which system one concern is for, or shows the words that open the file.
///
/// @param concern as it will stand on the copy
/// @param file once it is made; the words are shown once
public record CopyingPage(ReadingPage concern, Answers form, PickUps.@Nullable Locked file) {

  public String at() {
    return "/concerns/" + concern.id();
  }
}
