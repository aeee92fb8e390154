package org.sightline.sharing.desk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.web.Answers;

/// What a workspace is for.
///
/// @param now its purpose, in words, or `null` before the first
/// @param warning that no agreement covers it, or `null`
/// @param history every purpose it has had, the newest first
public record PurposePage(
    String workspace,
    String name,
    boolean mayChange,
    @Nullable String now,
    @Nullable String whyNow,
    @Nullable String warning,
    List<String> history,
    Answers form,
    Map<String, String> purposes,
    Map<String, String> bases,
    Map<String, String> agreements) {}
