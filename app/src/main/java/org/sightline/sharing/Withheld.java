package org.sightline.sharing;

/// Why something was not shared. [#MORE_HARM] is the one exception of the duty to share: whoever
/// holds it thinks that disclosing it would do the child more harm than good (Children Act 2004,
/// section 16LA).
public enum Withheld {
  MORE_HARM,
  NOT_RELEVANT,
  NOT_ENTITLED,
  NOT_OURS,
  OTHER
}
