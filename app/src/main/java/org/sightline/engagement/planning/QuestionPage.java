package org.sightline.engagement.planning;

/// Saying one question in other words.
///
/// @param address where the form goes
public record QuestionPage(Round round, Question question, String address, Filled filled) {}
