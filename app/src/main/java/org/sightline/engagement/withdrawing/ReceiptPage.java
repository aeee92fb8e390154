package org.sightline.engagement.withdrawing;

/// @param receipt random and kept nowhere
public record ReceiptPage(String date, String receipt) {}
