package org.sightline;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/// The web application: every feature, one package each.
@SpringBootApplication
@Modulithic(systemName = "Sightline")
public class SightlineApplication {}
