package org.sightline.engagement.planning;

/// How far the consent forms of a session are, in numbers. The consent register answers; nothing in
/// it but these numbers is known here (ST-09).
public interface ConsentProgress {

  /// @param invited young people on the list
  /// @param issued forms that have gone out
  /// @param returned forms that have come back, whatever they say
  record Forms(int invited, int issued, int returned) {

    public int outstanding() {
      return invited - returned;
    }
  }

  /// Inside a process. Zeros for whoever may not read the register.
  Forms progress(SessionId session);
}
