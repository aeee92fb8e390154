package org.sightline.kernel;

import java.util.List;

/// Something of which the application knows that it should have been done by now. `list-overdue`
/// asks all of them beside a running application, so that none needs more than the database.
public interface Overdue {

  /// The oldest first, without a word of whom or what it is about.
  List<Late> list();
}
