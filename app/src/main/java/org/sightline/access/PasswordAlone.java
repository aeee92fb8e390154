package org.sightline.access;

/// Put into an application in which everything is invented: there a password is enough to sign in.
/// No setting can do that, so that nobody can talk a real installation into it (AN-02).
public record PasswordAlone() {}
