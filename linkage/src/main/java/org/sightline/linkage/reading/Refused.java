package org.sightline.linkage.reading;

/// What was not taken from a list: by row, column and reason, never by value.
///
/// @param row counted from 1 at the first row below the headings
/// @param column the heading, or `all` where the whole row was left out
public record Refused(String list, long row, String column, String reason) {}
