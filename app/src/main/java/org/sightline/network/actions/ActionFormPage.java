package org.sightline.network.actions;

import java.util.Map;
import org.sightline.web.Answers;

/// The form of an action.
///
/// @param to where it is sent
/// @param back where its reader came from
/// @param title what is done by sending it
/// @param answers what it answers, or empty
/// @param element its id, or empty
/// @param isGap whether it is about finding something out
public record ActionFormPage(
    Head head,
    String to,
    String back,
    String title,
    String answers,
    String element,
    boolean isGap,
    Answers form,
    Map<String, String> kinds,
    Map<String, String> abouts,
    Map<String, String> owners) {}
