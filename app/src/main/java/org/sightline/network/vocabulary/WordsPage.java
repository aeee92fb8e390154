package org.sightline.network.vocabulary;

import java.util.List;
import java.util.Map;
import org.sightline.network.OwnWords;
import org.sightline.network.Vocabulary;
import org.sightline.web.Answers;

/// The lists of words, and adding to them.
public record WordsPage(
    Map<Vocabulary.Choice, List<OwnWords.Word>> lists,
    Map<String, String> names,
    boolean mayChange,
    Answers form) {}
