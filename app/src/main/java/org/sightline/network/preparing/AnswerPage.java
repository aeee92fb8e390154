package org.sightline.network.preparing;

import org.sightline.network.Exercise;
import org.sightline.web.Answers;

/// Answering one question.
public record AnswerPage(Exercise exercise, QuestionsPage.Line question, Answers form) {}
