package org.sightline.access;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;

/// Makes tables that leave: stamped, written down, and safe to open in a spreadsheet. Implemented
/// by the module that makes files, which lies above this one.
public interface StampedTables {

  /// A table as the bytes of a file. The caller has asked already whether they may have what it
  /// holds, and has written down that they took it.
  ///
  /// @param kind module and thing; its words are `module.copy.thing`
  /// @param object what it is about
  /// @param rows as wide as the header
  byte[] take(
      SignedIn who,
      String kind,
      WorkspaceId workspace,
      UUID object,
      List<String> header,
      List<? extends List<? extends @Nullable Object>> rows);
}
