package org.sightline.network.exercises;

import java.util.List;
import org.sightline.network.Exercises;

/// The reader's exercises.
public record ListPage(List<Exercises.Listed> exercises, boolean mayOpen) {}
