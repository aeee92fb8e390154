package org.sightline.engagement.planning;

import org.jspecify.annotations.Nullable;

/// What is ready before a session starts.
///
/// @param responseLead who takes a disclosure, by name; `null` keeps the session from starting
/// @param classCode in two groups, as it is read out
/// @param studentSite the address young people type
/// @param qr that address with the class code, as a picture of our own making
public record StartingPage(
    Round round,
    SetUpState state,
    @Nullable String responseLead,
    String classCode,
    String studentSite,
    String qr) {

  public Session session() {
    return state.session();
  }

  public boolean onTablets() {
    return "tablets".equals(state.answer("way-in"));
  }

  /// Whether there is a tablet for each student, as far as anybody said.
  public boolean enoughDevices() {
    var devices = state.number("devices");
    var size = session().details().groupSize();
    return devices != null && size != null && devices >= size;
  }
}
