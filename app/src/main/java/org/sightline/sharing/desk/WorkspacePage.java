package org.sightline.sharing.desk;

import java.util.List;

/// What was shared from one workspace.
public record WorkspacePage(String workspace, String name, boolean mayShare, List<ShareRow> rows) {}
