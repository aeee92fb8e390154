/// Floor plans: taking in a picture safely, and the zones drawn on it (A42 to A44, UP-01, UP-02).
///
/// Every uploaded byte is hostile. The application itself reads only the first few numbers of a
/// picture; all decoding happens in a process of its own with little memory and little time.
@NamedInterface("floorplans")
@NullMarked
package org.sightline.contexts.floorplans;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
