package org.sightline.sharing.desk;

import org.sightline.documents.PickUps;

/// The words that open a file, shown once, and where it is fetched, once.
public record FilePage(String at, PickUps.Locked file) {}
