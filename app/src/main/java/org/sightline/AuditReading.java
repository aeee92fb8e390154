package org.sightline;

import org.sightline.audit.AuditChain;
import org.sightline.audit.checkpoints.CheckpointFile;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/// What it takes to read the audit: the database and no site, nobody to sign in, and none of the
/// work that is done at a start. Deliberately no `@Configuration`, so that the whole application
/// does not pick it up.
@ComponentScan("org.sightline.store")
@Import({AuditChain.class, CheckpointFile.class})
final class AuditReading {}
