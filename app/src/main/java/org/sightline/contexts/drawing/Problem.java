package org.sightline.contexts.drawing;

/// What is wrong with a form: the field, and a sentence.
public record Problem(String field, String sentence) {}
