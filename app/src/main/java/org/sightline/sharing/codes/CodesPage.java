package org.sightline.sharing.codes;

import java.util.List;
import java.util.Map;
import org.sightline.sharing.LocalCodes.LocalCode;
import org.sightline.web.Answers;

/// The codes of others, and the form of another for whoever keeps them.
///
/// @param organisations that can be chosen, by id
public record CodesPage(
    List<LocalCode> codes,
    boolean keeps,
    Answers form,
    Map<String, String> organisations,
    Map<String, String> flags) {

  public CodesPage {
    codes = List.copyOf(codes);
  }
}
