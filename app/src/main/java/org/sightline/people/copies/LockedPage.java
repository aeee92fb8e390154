package org.sightline.people.copies;

import org.sightline.documents.PickUps;

/// The words that open a file, shown once, and where the file is fetched, once.
public record LockedPage(String at, PickUps.Locked file) {}
